/** A node as the search needs it. */
interface Linked {
  readonly id: number
  readonly inputs: readonly number[]
}

/** Returns the nodes nearest to one, itself included, by steps along the edges in either direction; at most `most`, in the order given. */
export function neighbourhood<Node extends Linked>(nodes: readonly Node[], around: number, most: number): Node[] {
  const uses = new Map<number, number[]>()
  for (const { id, inputs } of nodes) for (const input of inputs) uses.set(input, [...(uses.get(input) ?? []), id])
  const inputsOf = new Map(nodes.map(({ id, inputs }) => [id, inputs]))
  const found = new Set([around])
  // A set is visited in the order of its entries, those added meanwhile included: breadth first.
  for (const id of found) {
    for (const next of [...(inputsOf.get(id) ?? []), ...(uses.get(id) ?? [])]) if (found.size < most) found.add(next)
  }
  return nodes.filter(({ id }) => found.has(id))
}
