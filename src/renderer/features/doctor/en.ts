/** The English texts of advice. */
export const en = {
  doctor: {
    tab: 'Doctor',
    findings: '{count} finding | {count} findings',
    healthy: 'Nothing is wrong.',
    healthyHint: 'Data, settings, curves and layers pass every rule.',
    source: 'Source: {source}',
    severities: { grave: 'Serious', warning: 'Warning', hint: 'Hint' },
    open: 'Open the doctor',
    more: 'and {count} more',
    overfit: 'Twenty-row test',
    overfitAbout:
      'A fresh network of the same shape learns twenty training rows by heart, without regularizer or dropout. If it cannot, the fault is not too little data.',
    overfitRun: 'Run the test',
    overfitCancel: 'Cancel',
    overfitRunning: 'Training on twenty rows…',
    passed: 'Passed: {rows} rows are known by heart after {epochs} epochs.',
    failed: 'Failed: after {epochs} epochs the {rows} rows are still not known by heart.',
    figures: 'Loss {from} → {to}, {metric} {score}',
    failedHint: 'Look for rows that are equal but have different answers, for features that say nothing, or give the layers more units.',
    overfitSource: 'CS231n notes, Neural Networks Part 3 (overfit a tiny subset of data); A. Karpathy, 2019'
  }
} as const
