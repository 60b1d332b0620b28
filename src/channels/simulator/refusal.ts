type Status = 400 | 403 | 404 | 409 | 413 | 503;

/** A request that is not carried out; the message is a sentence for whoever sent it. */
export class Refusal extends Error {
  readonly status: Status;
  constructor(status: Status, sentence: string) {
    super(sentence);
    this.name = "Refusal";
    this.status = status;
  }
}
