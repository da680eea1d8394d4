/** An address that breaks, where it must, after its `@` rather than amid a word. What is none is left as it is. */
export function breakAfterAt(email: string) {
  const domain = email.lastIndexOf('@') + 1;
  return domain ? (
    <>
      {email.slice(0, domain)}
      <wbr />
      {email.slice(domain)}
    </>
  ) : (
    email
  );
}
