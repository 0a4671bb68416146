/** The English texts of advice. */
export const en = {
  doctor: {
    tab: 'Doctor',
    findings: '{count} finding | {count} findings',
    healthy: 'No problems found.',
    healthyHint: 'Data, settings, curves and layers pass every rule.',
    untrained: 'Not trained yet.',
    untrainedHint: 'Gradients, units and curves are examined once the network is trained.',
    source: 'Source: {source}',
    levels: { serious: 'Serious', hint: 'Hint' },
    consequence: 'Consequence of: {cause}',
    retrain: '{change} and retrain',
    notice: 'Diagnosis',
    open: 'Open the doctor',
    more: '({count} more)',
    overfit: 'Overfit 20 rows',
    overfitAbout:
      'A fresh network of the same shape memorizes twenty training rows, without regularizer or dropout. If it cannot, too little data is not the problem.',
    overfitRun: 'Run the test',
    overfitCancel: 'Cancel',
    overfitRunning: 'Training on twenty rows…',
    passed: 'Passed: the network memorizes {rows} rows in {epochs} epochs.',
    failed: 'Failed: after {epochs} epochs the network has not memorized the {rows} rows.',
    figures: 'Loss {from} → {to}, {metric} {score}',
    overfitSource: 'CS231n notes, Neural Networks Part 3 (overfit a tiny subset of data); A. Karpathy, 2019'
  }
} as const
