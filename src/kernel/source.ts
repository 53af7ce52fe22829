import { z } from 'zod'

/**
 * Where a fact was found. The grade says what the publisher is: A the party itself, the United Nations or an
 * organisation; B agency, newspaper, parliament, scholar; C reprint, blog. It is ours, not the publisher's.
 */
export const Source = z.object({
  publisher: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  date: z.string().nullable(),
  grade: z.enum(['A', 'B', 'C']).nullable(),
})
export type Source = z.infer<typeof Source>
