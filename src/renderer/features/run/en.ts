/** The English texts of running: the bar of controls and the key figures. */
export const en = {
  run: {
    bar: 'Run controls',
    run: 'Run',
    runTitle: 'Train to the last epoch',
    pause: 'Pause',
    pausing: 'Pausing…',
    pauseTitle: 'Pause',
    resume: 'Resume',
    resumeTitle: 'Continue training',
    extend: '{count} more epoch | {count} more epochs',
    extendTitle: 'Train {count} more epoch | Train {count} more epochs',
    step: 'Step',
    stepTitles: { batch: 'Train one mini-batch', epoch: 'Train one epoch' },
    backTitles: {
      batch: 'Undo the last mini-batch',
      epoch: 'Back to the end of the previous epoch'
    },
    unit: 'Step size',
    units: { batch: 'Batch', epoch: 'Epoch' },
    stepAt: 'step {step}',
    steps: '{count} mini-batch done | {count} mini-batches done',
    stopped: {
      loss: 'Loss limit reached',
      metric: 'Metric limit reached',
      patience: 'No improvement',
      time: 'Time limit reached'
    },
    stoppedTitle: 'A stopping rule ended the run. Press Resume to continue anyway.',
    result: 'best: epoch {epoch}',
    resultTitle: 'Epoch with the lowest loss; its weights are saved.',
    rewind: 'Rewind',
    rewindTitle: 'Back to epoch 0 and exactly the same initial weights',
    newSeed: 'New seed',
    newSeedTitle: 'New initial weights and row order; same split',
    epoch: 'Epoch',
    progress: 'Epochs done',
    parameters: '{count} parameter | {count} parameters',
    network: 'Network',
    goal: 'Predicts {target} from {count} feature | Predicts {target} from {count} features',
    andMore: '{name} and {count} more'
  },
  figures: {
    label: 'Key figures',
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
