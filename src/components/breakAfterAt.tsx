/** Some DOM implementations for tests take an element of no stated display for a block, and put spaces around it. */
const INLINE = { display: 'inline' };

/** An address that breaks after its `@` where it must, and is read out and copied in one piece: Chromium reads a bare `<wbr>` as a space. */
export function breakAfterAt(email: string) {
  const domain = email.lastIndexOf('@') + 1;
  return domain ? (
    <>
      {email.slice(0, domain)}
      <wbr aria-hidden="true" style={INLINE} />
      {email.slice(domain)}
    </>
  ) : (
    email
  );
}
