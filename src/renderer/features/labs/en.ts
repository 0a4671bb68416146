/** The English texts of the labs. */
export const en = {
  labs: {
    page: 'Check my backward',
    case: 'Network',
    check: 'Check',
    checkTitle: 'Run the program and check its gradients (Ctrl+Enter in the editor)',
    stop: 'Stop',
    fresh: 'Start over',
    freshTitle: 'Put the beginning of the program back; Ctrl+Z in the editor undoes it',
    open: 'Open .py…',
    editor: 'Program in Python',
    editorHint: 'Tab indents; Esc, then Tab leaves the editor.',
    starting: 'Python is starting…',
    running: 'The program runs…',
    result: 'Result',
    resultHint:
      'Write {name} and check it: every gradient is compared with a central difference, and a wrong one is traced to its mistake.',
    tensor: 'Tensor',
    checked: 'Checked',
    wrong: 'Wrong',
    worst: 'Max. rel. error',
    lossRight: 'Loss: {value}, as it should be',
    lossWrong: 'Loss: {student}; should be {engine}',
    firstWrong: 'first wrong, from the output back',
    isRight: 'right',
    failed: 'The program stopped',
    python: 'Python says',
    console: 'Output',
    silent: 'What the program prints appears here.'
  }
} as const
