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
  /** The SHA-256 of its file, in hex: a file that was changed is not this dataset. */
  readonly sha256: string
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
    source: 'R. A. Fisher, The use of multiple measurements in taxonomic problems, 1936; UCI Machine Learning Repository',
    sha256: '29a2b0b645c4ff7e19d6b5c593015ee60f1150e4654e971eeba55060bf25d19f'
  },
  {
    name: 'wine',
    rows: 178,
    columns: 14,
    target: 'cultivar',
    task: 'classification',
    licence: ccBy,
    source: 'S. Aeberhard and M. Forina, Wine; UCI Machine Learning Repository',
    sha256: '6f25aec05ef80f71aca6620032a5f0a6c308c19cf3bf68e1311bf6b305f98c06'
  },
  {
    name: 'breast-cancer',
    rows: 569,
    columns: 31,
    target: 'diagnosis',
    task: 'classification',
    licence: ccBy,
    source: 'W. Wolberg, O. Mangasarian, N. Street and W. Street, Breast Cancer Wisconsin (Diagnostic); UCI Machine Learning Repository',
    sha256: 'ce2dbe548442b3fd091e3c13d189f69afee544d793313a7d544f5eb97d6c2def'
  },
  {
    name: 'digits',
    rows: 1797,
    columns: 65,
    target: 'digit',
    task: 'classification',
    licence: ccBy,
    source: 'E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits; UCI Machine Learning Repository',
    sha256: '953344eec0f6e243a302a8fe5c1c3d5418224401f03a4eba4b610b32fe748c7f'
  },
  {
    name: 'penguins',
    rows: 344,
    columns: 7,
    target: 'species',
    task: 'classification',
    licence: 'CC0',
    source: 'K. B. Gorman, T. D. Williams and W. R. Fraser, 2014; Palmer Station LTER',
    sha256: '3e7ab5992eb0055266abc3f281dd0e199588dc4ab19b732a4be3aaec926bc479'
  }
]

/** Dataset that is loaded initially. */
export const defaultSample = 'iris'

/** The sample of that name, if there is one. */
export function sampleNamed(name: string): SampleInfo | undefined {
  return samples.find((sample) => sample.name === name)
}
