import type { Context } from 'hono'
import { tryDecodeURIComponent } from 'hono/utils/url'
import type { Target } from '../../kernel/faults/aim.ts'
import { maskValue } from '../../kernel/masking/redaction.ts'
import { ExactNumber } from '../../kernel/text/exact-number.ts'
import type { Exchange } from '../exchange.ts'
import { problemsOf } from '../face.ts'
import type { Body } from '../requests/body.ts'
import type { Route } from '../route.ts'

/** What was sent, as far as it is read before the turn of its request. */
export type SentParts = { parameters: { params: unknown; query: unknown; headers: unknown }; body: Body }

/** A request as faults are held against it; what it mentions is looked for only where one asks. */
export function targetOf(c: Context, { face, operation }: Route, exchange: Exchange, sent: SentParts): Target {
  const [path = ''] = exchange.target.split('?')
  let values: Set<string> | undefined
  return {
    ...{ api: face.name, operation: operation.id, method: c.req.method, path },
    correlationId: exchange.sentCorrelationId,
    mentions: (value) => {
      values ??= valuesOf(path, sent)
      return values.has(bare(value))
    },
    declares: (code) => problemsOf(face, operation).some((problem) => problem.code === code),
  }
}

function valuesOf(path: string, { parameters: { params, query, headers }, body }: SentParts): Set<string> {
  const values = new Set<string>()
  collect([path.split('/').map(tryDecodeURIComponent), params, query, headers, readable(body)], values)
  return values
}

/** A body that cannot be read mentions nothing. */
function readable({ read }: Body): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** Level by level and not by calls, as a body may be nested deeply. */
function collect(value: unknown, values: Set<string>): void {
  const left = [value]
  while (left.length) {
    const one = left.pop()
    if (typeof one === 'string' || typeof one === 'number' || one instanceof ExactNumber) values.add(bare(String(one)))
    else if (typeof one === 'object' && one !== null) {
      for (const inner of Object.values(one)) left.push(inner)
    }
  }
}

/** Numbers are the same with and without zeros before them; what looks like a card is kept masked on either side. */
const bare = (value: string): string => maskValue(value).replace(/^0+(?=\d+$)/, '')
