import { z } from 'zod'
import type { AnyCommand } from '../../../command/command.ts'
import { API } from '../rows.ts'
import { type Schema, schemaName } from './schemas.ts'

/** What a command takes, as JSON has it. */
export function inputSchema({ input }: Pick<AnyCommand, 'input'>): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return schema
}

const PROBLEMS = ['401', '403', '409', '413', '422', '429'] as const

/** The address of a command, and how it is asked. */
export const commandPath = (command: AnyCommand): [path: string, item: Schema] => [
  `${API}/commands/${command.name}`,
  {
    post: {
      operationId: `perform${schemaName(command.name)}`,
      tags: ['commands'],
      summary: command.name,
      security: [{ account: [] }],
      parameters: [
        {
          name: 'Idempotency-Key',
          in: 'header',
          description:
            'Asked again with the same key and input within thirty days, it is done once.',
          schema: { type: 'string', minLength: 1, maxLength: 200 },
        },
      ],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: inputSchema(command) } },
      },
      responses: {
        200: {
          description: 'Done, or nothing was to be done.',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['subject', 'answer'],
                properties: {
                  subject: {
                    type: ['string', 'null'],
                    description: 'What was changed; null: nothing.',
                  },
                  answer: { type: 'object' },
                },
              },
            },
          },
        },
        ...Object.fromEntries(
          PROBLEMS.map((status) => [status, { $ref: `#/components/responses/${status}` }]),
        ),
      },
    },
  },
]
