import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language } from '../../../kernel/language.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { explain, problem } from '../../command/explain.ts'
import type { Feature } from '../../feature.ts'

export const PROBLEM = 'application/problem+json; charset=utf-8'

/** A refusal of what an address asks: the parameters that are wrong stand by their names (RFC 9457). */
export function problemOf(
  refusal: Refusal,
  language: Language,
  features: readonly Feature[],
  path: string,
) {
  const { errors, ...rest } = problem(refusal, language, features, path)
  const { fields } = explain(refusal, language, features)
  if (refusal.status !== 400 || !errors) return errors ? { ...rest, errors } : rest
  return {
    ...rest,
    errors: fields.map(({ path: parameter, message }, at) => ({
      parameter,
      code: errors[at]?.code,
      detail: message,
    })),
  }
}

/** Writes a problem. */
export function writeProblem(
  request: IncomingMessage,
  response: ServerResponse,
  content: { status: number },
  headers: readonly string[],
): void {
  const body = Buffer.from(`${JSON.stringify(content)}\n`)
  response.writeHead(content.status, [
    ...headers,
    ...[
      'Content-Type',
      PROBLEM,
      'Content-Length',
      String(body.length),
      'Cache-Control',
      'no-store',
    ],
  ])
  response.end(request.method === 'HEAD' ? undefined : body)
}
