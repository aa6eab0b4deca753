import { phraseOf } from '../../../http/answers/status-phrases.ts'
import type { Exchange } from '../../../http/exchange.ts'
import type { Answer, Face, Failure } from '../../../http/face.ts'
import type { Operation } from '../../../http/operation.ts'
import { issuers } from '../issuers/records.ts'
import { localWriter } from './dates.ts'
import { select } from './filter.ts'
import { issuerIn } from './issuer-path.ts'

/** The documented phrases (contract 5) are the standard ones with one capital, but for that of 502. */
function documentedPhraseOf(status: number): string {
  const phrase = phraseOf(status)
  return status === 502 ? phrase : phrase.charAt(0) + phrase.slice(1).toLowerCase()
}

/** How the API words success and failure. */
export function envelope(): Pick<Face, 'success' | 'failure'> {
  const write = localWriter()
  const responseDateTime = ({ workspace, path }: Exchange): string => {
    const issuerId = issuerIn(path)
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
            statusMessage: `${documentedPhraseOf(status)}: ${reason}`,
          },
        },
      }
    },
  }
}

function filtered(output: unknown, { response }: Operation, { workspace, query }: Exchange): unknown {
  const names = (query as { filter?: string[] } | undefined)?.filter
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
