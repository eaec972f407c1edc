import type {
  Answer,
  NewsletterData,
  NewsletterReader,
  PollResults,
  SpoolAlarm,
  Submission,
} from '@passerelle/contracts';

/**
 * What the web server asks of the CMS for its visitors. Every method throws {@link CmsError}; none tries again by
 * itself. After an error it isn't known whether the CMS has taken what was sent: the same key may be sent again.
 */
export interface SubmissionsClient {
  /** Hands submissions over. Answers stand in their order. @param submissions 1 to 100 */
  submit(submissions: readonly Submission[]): Promise<Answer[]>;
  /** Hands over what waited, sealed to the CMS's public key; each box is base64. Answers stand in their order. */
  submitSealed(boxes: readonly string[]): Promise<Answer[]>;
  /** Tells that a submission that waited had to be set aside. */
  alarm(alarm: SpoolAlarm): Promise<void>;
  /** A poll's results now, by its document id. */
  pollResults(poll: string): Promise<PollResults>;
  /** What a reader of the newsletter sees to, by the token that was mailed; `not-found` when it is no such token. */
  newsletterReader(token: string): Promise<NewsletterReader>;
  /** Everything that is kept of a reader; `not-found` also when nothing is. */
  newsletterData(token: string): Promise<NewsletterData>;
}
