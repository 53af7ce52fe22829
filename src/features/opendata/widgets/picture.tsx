/** A chart as a picture, in the reader's language; the page has its table, rule and files. */
export const PictureWidget = ({ src, alt }: { src: string; alt: string }) => (
  <p>
    <img src={src} alt={alt} />
  </p>
)
