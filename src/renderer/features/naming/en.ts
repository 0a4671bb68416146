/** The English texts of names of data sets. */
export const en = {
  samples: {
    iris: 'Iris flowers',
    wine: 'Wine',
    'breast-cancer': 'Breast cancer',
    digits: 'Handwritten digits',
    penguins: 'Penguins'
  }
} as const
