/** The English texts of the drawing of the network. */
export const en = {
  network: {
    title: 'Network',
    label: 'Units of the network. Arrow keys lead from unit to unit, Enter keeps one open.',
    scale: 'Weights and values: orange is negative, blue is positive; the stronger, the larger',
    sample: 'Row that goes through the network',
    sampleTitle: 'The colours of the units show what they make of this row',
    side: 'Side of the split',
    sides: { train: 'training', test: 'test', validation: 'validation' },
    before: 'Row before',
    next: 'Next row',
    input: 'Input {number}: {name}',
    hidden: 'Layer {layer}, unit {number}',
    output: 'Output {number}: {name}',
    keep: 'click to keep',
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
