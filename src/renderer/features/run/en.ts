/** The English texts of running: the bar of controls and the key figures. */
export const en = {
  run: {
    bar: 'Run controls',
    run: 'Run',
    runTitle: 'Train until the last epoch (Space)',
    pause: 'Pause',
    pausing: 'Pausing…',
    pauseTitle: 'Pause (Space)',
    resume: 'Resume',
    resumeTitle: 'Go on training (Space)',
    extend: '{count} more',
    extendTitle: 'Train {count} epochs more (Space)',
    step: 'Step',
    stepTitles: { batch: 'Train one mini-batch (→)', epoch: 'Train one epoch (→)' },
    backTitles: {
      batch: 'Back to before the last mini-batch (←)',
      epoch: 'Back to the end of the epoch before (←)'
    },
    unit: 'A step is one',
    units: { batch: 'Batch', epoch: 'Epoch' },
    stepAt: 'step {step}',
    steps: '{count} mini-batch done | {count} mini-batches done',
    stopped: {
      loss: 'Loss reached',
      metric: 'Target reached',
      patience: 'No longer better',
      time: 'Time is up'
    },
    stoppedTitle: 'A stopping rule ended the run. Press Resume to go on in spite of it.',
    result: 'result: epoch {epoch}',
    resultTitle: 'The weights of this epoch had the lowest loss; they are what is saved.',
    rewind: 'Rewind',
    rewindTitle: 'Back to epoch 0 and the very same initial weights',
    newSeed: 'New seed',
    newSeedTitle: 'Draw other initial weights and another order of rows; the split stays',
    epoch: 'Epoch',
    progress: 'Epochs done',
    parameters: '{count} parameter | {count} parameters',
    network: 'Network',
    goal: 'Predicts {target} from {count} feature | Predicts {target} from {count} features',
    andMore: '{name} and {count} more'
  },
  figures: {
    label: 'Figures',
    trainLoss: 'Training loss',
    validationLoss: 'Validation loss',
    testLoss: 'Test loss',
    trainAccuracy: 'Training accuracy',
    validationAccuracy: 'Validation accuracy',
    testAccuracy: 'Test accuracy',
    trainR2: 'Training R²',
    validationR2: 'Validation R²',
    testR2: 'Test R²',
    bestTestLoss: 'Lowest test loss',
    atEpoch: 'at epoch {epoch}',
    noTest: 'No test rows',
    time: 'Training time',
    rate: '{rate} epochs/s',
    left: '{time} left',
    copy: '{label}: {value}. Click to copy.'
  }
} as const
