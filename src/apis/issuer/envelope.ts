import type { Exchange } from '../../http/exchange.ts'
import type { Answer, Failure } from '../../http/face.ts'

export const wrap = (data: unknown, exchange: Exchange): unknown => ({ responseMetadata: exchange.correlationId, data })
export const failureAnswer = (failure: Failure): Answer => ({ status: 400, body: failure })
