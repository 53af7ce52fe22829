import { turboStyleHash } from './turbo-style.ts'

const policy = () =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${turboStyleHash()}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const YEARS_2 = 63_072_000

/**
 * The headers that every answer carries. Transport security is promised only where the public comes by https.
 * @param publicUrl scheme, host and port that the public uses.
 */
export const securityHeaders = (publicUrl: string): readonly (readonly [string, string])[] => [
  ['Content-Security-Policy', policy()],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  ],
  ...(publicUrl.startsWith('https:')
    ? ([['Strict-Transport-Security', `max-age=${YEARS_2}; includeSubDomains`]] as const)
    : []),
]
