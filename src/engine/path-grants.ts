import { AppError } from '#core'

/** The paths that main has granted the page, each for one use. */
export class PathGrants {
  private readonly paths = new Map<string, { readonly path: string; readonly mode: 'read' | 'write' }>()

  /** Grants a file that the user chose in a dialog of main's, or dropped. */
  allow(grant: string, path: string, mode: 'read' | 'write'): void {
    this.paths.set(grant, { path, mode })
  }

  /** Takes the path that a grant stands for. Throws: request.unknown-grant. */
  take(grant: string, mode: 'read' | 'write'): string {
    const found = this.paths.get(grant)
    if (!found || found.mode !== mode) throw new AppError('request.unknown-grant')
    this.paths.delete(grant)
    return found.path
  }
}
