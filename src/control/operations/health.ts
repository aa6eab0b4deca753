import * as z from 'zod'
import { RequestFailed } from '../../http/answers/failure.ts'
import { operation } from '../../http/operation.ts'
import type { Controlled } from '../controlled.ts'

const Health = z.strictObject({ status: z.literal('ok') })

/** `health/live` while the process answers; `health/ready` while it also may be relied on. */
export const health = ({ trouble }: Controlled) => [
  operation({
    id: 'live',
    worldless: true,
    method: 'get',
    path: '/health/live',
    summary: 'Whether the process answers',
    source: 'decision Control plane',
    response: Health,
    example: {},
  }).handle(() => ({ status: 'ok' })),
  operation({
    id: 'ready',
    worldless: true,
    method: 'get',
    path: '/health/ready',
    summary: 'Whether the sandbox may be relied on',
    source: 'decision Control plane',
    response: Health,
    example: {},
  }).handle(() => {
    const message = trouble()
    if (message) throw new RequestFailed({ kind: 'http', status: 503, message })
    return { status: 'ok' }
  }),
]
