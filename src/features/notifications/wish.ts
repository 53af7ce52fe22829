import { z } from 'zod'

/** Which notices somebody asks for, as the address says it. */
export const Wish = z.object({
  show: z.enum(['unread', '']).optional().catch(undefined),
  kind: z
    .string()
    .regex(/^[a-z-]*$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})
export type Wish = z.infer<typeof Wish>

/** The notices of one page. */
export const PAGE = 25

/** The address of a wish, without a language. */
export function wishAddress({ show, kind, page }: Wish): string {
  const search = new URLSearchParams({
    ...(show && { show }),
    ...(kind && { kind }),
    ...(page > 1 && { page: String(page) }),
  })
  return search.size === 0 ? '/notices' : `/notices?${search}`
}
