import { unzipSync, zipSync } from 'fflate'
import fs from 'node:fs'
import path from 'node:path'

/** Parts of the standard library that no program here can use: networks, processes, windows, packages of packages, their tests. */
const LEFT_OUT = new RegExp(
  '^(' +
    [
      '(asyncio|concurrent|ctypes|curses|dbm|distutils|email|ensurepip|http|idlelib|lib2to3|multiprocessing|pydoc_data|sqlite3|test|tkinter|venv|wsgiref|xml|xmlrpc)/',
      'lib-dynload/(_asyncio|_ctypes|_curses|_dbm|_gdbm|_multiprocessing|_posixshmem|_socket|_sqlite3|_ssl|_test|_tkinter|_xx|audioop|ossaudiodev|pyexpat|select|spwd|syslog|xxlimited)',
      '(cgi|cgitb|ftplib|imaplib|mailbox|nntplib|pdb|poplib|pydoc|smtpd|smtplib|socketserver|ssl|tarfile|telnetlib|turtle|webbrowser)\\.pyc'
    ].join('|') +
    ')'
)

/** Of NumPy: what builds extensions and wraps Fortran, headers, and the tests. */
const NUMPY_LEFT_OUT = /(^|\/)(tests|f2py|distutils|include|_pyinstaller)\/|\.(h|c|pyi|pxd|pyx|a|txt|ini|built)$|\/\.built$/

/** Every file has one date, so that the same packages give the same bytes. */
const DATE = new Date(2023, 0, 1)

/**
 * Writes what Python starts from: the two programs as they are, the standard library and NumPy without what no exercise uses.
 * @param {string} packages a folder with the packages installed
 * @param {string} into
 */
export function writeArchives(packages, into) {
  const installed = path.join(packages, 'node_modules')
  fs.copyFileSync(path.join(installed, '@cowasm/kernel/dist/kernel/kernel.wasm'), path.join(into, 'kernel.wasm'))
  fs.copyFileSync(path.join(installed, 'python-wasm/dist/python.wasm'), path.join(into, 'python.wasm'))
  const stdlib = unzipSync(fs.readFileSync(path.join(installed, 'python-wasm/dist/python-stdlib.zip')), {
    filter: ({ name }) => !name.endsWith('/') && !LEFT_OUT.test(name)
  })
  writeZip(path.join(into, 'stdlib.zip'), stdlib)
  const numpy = path.join(installed, '@cowasm/py-numpy/dist/wasm')
  const names = fs.readdirSync(numpy, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/'))
  const kept = names.filter((name) => fs.statSync(path.join(numpy, name)).isFile() && !NUMPY_LEFT_OUT.test(name))
  writeZip(path.join(into, 'numpy.zip'), Object.fromEntries(kept.map((name) => [name, fs.readFileSync(path.join(numpy, name))])))
}

/** @param {string} file @param {Record<string, Uint8Array>} entries */
function writeZip(file, entries) {
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))
  fs.writeFileSync(file, zipSync(sorted, { level: 9, mtime: DATE }))
}
