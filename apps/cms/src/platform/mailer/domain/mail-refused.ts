/** Why a mail isn't put into the outbox. */
export type MailRefusal =
  | 'address-malformed'
  | 'name-malformed'
  | 'subject-malformed'
  | 'unsubscribe-malformed';

/** A mail whose headers can't be written safely. The refused value is not part of the message. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  readonly code: MailRefusal;

  constructor(code: MailRefusal) {
    super(`The mail is refused: ${code}`);
    this.code = code;
  }
}
