/**
 * The value of a calculation as the walk writes it: numbers with + − · / ^ ², brackets, |x|, √, e^x, max, min, sgn, ln and tanh. What follows
 * "since" is a reason and no calculation.
 */
export function calculated(text: string): number {
  const [calculation] = text.split(' since ')
  const tokens = calculation.match(/\d+(?:\.\d+)?(?:e[+-]?\d+)?|max|min|sgn|ln|tanh|e|[+−·/^²(),|√]/g) ?? []
  if (tokens.join('') !== calculation.replaceAll(' ', '')) throw new Error(`unreadable: ${text}`)
  let next = 0
  const takes = (token: string) => tokens[next] === token && ++next > 0

  function sum(): number {
    let value = product()
    for (;;) {
      if (takes('+')) value += product()
      else if (takes('−')) value -= product()
      else return value
    }
  }

  function product(): number {
    let value = signed()
    for (;;) {
      if (takes('·')) value *= signed()
      else if (takes('/')) value /= signed()
      else return value
    }
  }

  function signed(): number {
    return takes('−') ? -signed() : power()
  }

  function power(): number {
    const base = atom()
    if (takes('²')) return base * base
    return takes('^') ? base ** signed() : base
  }

  function list(): number[] {
    const values: number[] = []
    if (!takes('(')) throw new Error(`( expected in ${text}`)
    do values.push(sum())
    while (takes(','))
    if (!takes(')')) throw new Error(`) expected in ${text}`)
    return values
  }

  function atom(): number {
    if (tokens[next] === '(') return list()[0]
    if (takes('max')) return Math.max(...list())
    if (takes('min')) return Math.min(...list())
    if (takes('sgn')) return Math.sign(list()[0])
    if (takes('ln')) return Math.log(list()[0])
    if (takes('tanh')) return Math.tanh(list()[0])
    if (takes('√')) return Math.sqrt(atom())
    if (takes('e')) return Math.E
    if (takes('|')) {
      const inner = Math.abs(sum())
      if (!takes('|')) throw new Error(`| expected in ${text}`)
      return inner
    }
    const token = tokens[next++]
    if (token === undefined || !/^\d/.test(token)) throw new Error(`number expected in ${text}`)
    return Number(token)
  }

  const value = sum()
  if (next < tokens.length) throw new Error(`${tokens.slice(next).join('')} left over in ${text}`)
  return value
}
