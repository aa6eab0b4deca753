import type { Exchange } from '../../../http/exchange.ts'
import type { Answer, Face, Failure } from '../../../http/face.ts'
import type { Operation } from '../../../http/operation.ts'
import { localWriter } from './dates.ts'
import { select } from './filter.ts'
import { issuers } from './issuers.ts'

/** The documented phrases (contract 5); 405, 409, 413 and 503 are ours. */
const PHRASES: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Content too large',
  500: 'Internal server error',
  502: 'Bad Gateway',
  503: 'Service unavailable',
}

const ISSUER = /\/issuers\/([^/]+)/

/** How the API words success and failure. */
export function envelope(): Pick<Face, 'success' | 'failure'> {
  const write = localWriter()
  const responseDateTime = ({ workspace, path }: Exchange): string => {
    const issuerId = ISSUER.exec(path)?.[1]
    const issuer = issuerId === undefined ? undefined : issuers(workspace).get(issuerId)
    return write(workspace.clock.now(), issuer?.timeZone ?? 'UTC')
  }
  return {
    success: (output, operation, exchange) => ({
      responseMetadata: {
        correlationId: exchange.correlationId,
        ...(exchange.links && { links: exchange.links }),
        statusMessage: 'Executed successfully',
        statusCode: 200,
        responseDateTime: responseDateTime(exchange),
        timeTakenMs: exchange.timeTakenMs,
      },
      data: filtered(output, operation, exchange),
    }),
    failure: (failure, exchange): Answer => {
      const { status, reason } = reasonOf(failure)
      return {
        status,
        body: {
          responseMetadata: {
            correlationId: exchange.correlationId,
            responseDateTime: responseDateTime(exchange),
            statusCode: status,
            statusMessage: `${PHRASES[status] ?? 'Error'}: ${reason}`,
          },
        },
      }
    },
  }
}

function filtered(output: unknown, { response }: Operation, { workspace, query }: Exchange): unknown {
  const names = (query as { filter?: string[] } | undefined)?.filter?.filter((name) => name !== '')
  return names?.length ? select(workspace, output, names, response) : output
}

/** What went wrong, in a status and a sentence. */
export function reasonOf(failure: Failure): { status: number; reason: string } {
  switch (failure.kind) {
    case 'refused': {
      const [problem] = failure.problems
      return { status: problem?.status ?? 400, reason: failure.detail ?? problem?.message ?? 'refused' }
    }
    case 'invalid':
      return { status: 400, reason: failure.issues.map(({ path, message }) => `${path}: ${message}`).join('; ') }
    case 'http':
      return { status: failure.status, reason: failure.message }
  }
}
