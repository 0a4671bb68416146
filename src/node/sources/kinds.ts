import { arff } from './arff'
import { idx } from './idx'
import { json } from './json-table'
import { npy, npz } from './numpy'
import { ods } from './sheets/ods'
import type { ArchiveKind, SourceKind } from './rows/source'
import { xlsx } from './xlsx/xlsx'

/** The kinds of files with a table that are not text of separated cells. A new kind is an entry here, or below. */
export const sourceKinds: readonly SourceKind[] = [npy, idx, arff, json]

/** Those that are archives. */
export const archiveKinds: readonly ArchiveKind[] = [xlsx, ods, npz]
