import { readFile } from 'node:fs/promises'
import peggy from 'peggy'
import type { Plugin } from 'vite'

/** The source of a grammar's parser, an ES module with `parse` and `SyntaxError`. Throws: Peggy's own messages, when the grammar is wrong. */
export function parserOf(grammar: string): string {
  return peggy.generate(grammar, { output: 'source', format: 'es' })
}

/** Grammars of Peggy as modules: what `./x.peggy` imports is the parser made from it. */
export function grammars(): Plugin {
  return {
    name: 'backprop-lab-grammars',
    load: {
      filter: { id: /\.peggy$/ },
      // Read here and not transformed later: no other plugin may take the grammar for JavaScript.
      handler: async (id) => ({ code: parserOf(await readFile(id, 'utf8')), map: null, moduleType: 'js' })
    }
  }
}
