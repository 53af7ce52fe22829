import { createServer, type Server } from 'node:http'
import type { Application } from './application.ts'

const SECONDS = 1000

/**
 * The HTTP server around an application. Whoever sends headers or a body too slowly is cut off; headers beyond 16 KB
 * are answered with 431 by Node itself. Streams may last: the limits are about requests.
 */
export const serverFor = (application: Pick<Application, 'listener'>): Server =>
  createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 10 * SECONDS,
      requestTimeout: 30 * SECONDS,
      keepAliveTimeout: 65 * SECONDS,
      connectionsCheckingInterval: 5 * SECONDS,
      noDelay: true,
    },
    application.listener,
  )
