import type { Text } from '../messages/texts-of'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Control characters but line ends and tabs, and those that turn the direction of a text. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** A text as HTML shows it, whatever is in it; characters that would hide something are shown as a box. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]).replace(UNSEEN, (sign) => ('\n\r\t'.includes(sign) ? sign : '□'))
}

/** A sentence in both languages. */
export function both({ zh, en }: Text): string {
  if (zh === en) return escaped(en)
  return `<span lang="zh-CN">${escaped(zh)}</span> <span lang="en">${escaped(en)}</span>`
}

/** A page without scripts, which loads nothing: it opens from any disk and prints on white. */
export function htmlPage(title: string, body: string, layout: 'sheet' | 'wide' = 'sheet'): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body class="${layout}">
${body}
</body>
</html>
`
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.55 system-ui, "Noto Sans SC", "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid; padding-bottom: .2rem; }
table { border-collapse: collapse; margin: .5rem 0; } th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8886; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #8881; border-left: 3px solid #8886; padding: .5rem .75rem; margin: .5rem 0; font: 13px/1.45 ui-monospace, Consolas, monospace; }
[lang=en] { opacity: .8; } .open { font-style: italic; } .question { white-space: pre-line; border-left: 3px solid #48c; padding-left: .75rem; }
.answers { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 0 1.5rem; } .answers section { break-inside: avoid; min-width: 0; }
body.wide { max-width: 100rem; }
@media print { body { margin: 0; max-width: none; font-size: 11pt; } h2 { break-after: avoid; } tr, pre { break-inside: avoid; } }
`
