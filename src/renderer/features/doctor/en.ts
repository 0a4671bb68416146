/** The English texts of advice. */
export const en = {
  doctor: {
    tab: 'Doctor',
    findings: '{count} finding | {count} findings',
    healthy: 'No problems found.',
    healthyHint: 'Data, settings, curves and layers pass every rule.',
    source: 'Source: {source}',
    severities: { serious: 'Serious', warning: 'Warning', hint: 'Hint' },
    open: 'Open the doctor',
    more: 'and {count} more',
    overfit: 'Overfit 20 rows',
    overfitAbout:
      'A fresh network of the same shape memorizes twenty training rows, without regularizer or dropout. If it cannot, too little data is not the problem.',
    overfitRun: 'Run the test',
    overfitCancel: 'Cancel',
    overfitRunning: 'Training on twenty rows…',
    passed: 'Passed: the network memorizes {rows} rows in {epochs} epochs.',
    failed: 'Failed: after {epochs} epochs the network has not memorized the {rows} rows.',
    figures: 'Loss {from} → {to}, {metric} {score}',
    failedHint: 'Look for identical rows with different answers and for uninformative features, or give the layers more units.',
    overfitSource: 'CS231n notes, Neural Networks Part 3 (overfit a tiny subset of data); A. Karpathy, 2019'
  }
} as const
