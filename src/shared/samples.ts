import type { Task } from '#core'

/** A dataset that comes with the program. */
export interface SampleInfo {
  /** The stored name, the file's name without its ending. */
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly target: string
  readonly task: Task
  readonly licence: string
  readonly source: string
}

const ccBy = 'CC BY 4.0'

/** The data sets in data/, in the order in which they are offered; their licences are stated in full in DATA_LICENSES.md. */
export const samples: readonly SampleInfo[] = [
  {
    name: 'iris',
    rows: 150,
    columns: 5,
    target: 'species',
    task: 'classification',
    licence: ccBy,
    source: 'R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936; UCI Machine Learning Repository'
  },
  {
    name: 'wine',
    rows: 178,
    columns: 14,
    target: 'cultivar',
    task: 'classification',
    licence: ccBy,
    source: 'S. Aeberhard and M. Forina, Wine; UCI Machine Learning Repository'
  },
  {
    name: 'breast-cancer',
    rows: 569,
    columns: 31,
    target: 'diagnosis',
    task: 'classification',
    licence: ccBy,
    source: 'W. Wolberg, O. Mangasarian, N. Street and W. Street, Breast Cancer Wisconsin (Diagnostic); UCI Machine Learning Repository'
  },
  {
    name: 'digits',
    rows: 1797,
    columns: 65,
    target: 'digit',
    task: 'classification',
    licence: ccBy,
    source: 'E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits; UCI Machine Learning Repository'
  },
  {
    name: 'penguins',
    rows: 344,
    columns: 7,
    target: 'species',
    task: 'classification',
    licence: 'CC0',
    source: 'K. B. Gorman, T. D. Williams and W. R. Fraser, 2014; Palmer Station LTER'
  }
]

/** Dataset that is loaded initially. */
export const defaultSample = 'iris'

/** The sample of that name, if there is one. */
export function sampleNamed(name: string): SampleInfo | undefined {
  return samples.find((sample) => sample.name === name)
}
