/** As much of the browser's own reader of codes as a door uses; TypeScript does not know it yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

type Reader = (video: HTMLVideoElement) => Promise<string | null>

const EVERY = 180
const WIDTH = 640

async function ownReader(): Promise<Reader | null> {
  const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector?: DetectorClass }
  if (!BarcodeDetector) return null
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => [])
  if (!formats.includes('qr_code')) return null
  const detector = new BarcodeDetector({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
}

/** Where the browser cannot read codes itself (phones of Apple, Firefox), a small library does. */
async function otherReader(): Promise<Reader> {
  const { default: decode } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    if (!drawing || video.videoWidth === 0) return null
    canvas.width = WIDTH
    canvas.height = Math.round((WIDTH * video.videoHeight) / video.videoWidth)
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height)
    try {
      return decode(drawing.getImageData(0, 0, canvas.width, canvas.height))
    } catch {
      return null
    }
  }
}

let reading: Promise<Reader> | undefined
/** Made ready while there is a network, so that it is there when there is none. */
export const codeReader = (): Promise<Reader> => {
  reading ??= ownReader().then((own) => own ?? otherReader())
  return reading
}

/** Looks through the camera at the back of the phone until it is told to stop. */
export async function look(
  video: HTMLVideoElement,
  hear: (text: string) => void,
): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: { ideal: 'environment' } },
  })
  const read = await codeReader()
  video.srcObject = stream
  await video.play()
  let stopped = false
  const again = async () => {
    if (stopped) return
    const text = await read(video).catch(() => null)
    if (text !== null && !stopped) hear(text)
    setTimeout(again, EVERY)
  }
  void again()
  return () => {
    stopped = true
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}
