/** The English texts of the drawing of the network. */
export const en = {
  network: {
    title: 'Network',
    label: 'Units of the network. Arrow keys move between units; Enter pins one.',
    scale: 'Weights and values: orange is negative, blue is positive; stronger colour = larger magnitude',
    sample: 'Row shown in the network',
    sampleTitle: 'Colours show each unit’s activation for this row',
    side: 'Split',
    sides: { train: 'training', test: 'test', validation: 'validation' },
    before: 'Previous row',
    next: 'Next row',
    input: 'Input {number}: {name}',
    hidden: 'Layer {layer}, unit {number}',
    output: 'Output {number}: {name}',
    keep: 'click to pin',
    close: 'Close',
    value: '{value} in the data, {input} as an input',
    others: '{count} other | {count} others',
    biasIs: '(bias {value})',
    terms: 'Incoming weights',
    from: 'From',
    weight: 'Weight',
    incoming: 'Value',
    term: 'Product'
  }
} as const
