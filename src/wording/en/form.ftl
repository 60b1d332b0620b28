# The form: the sheet that is filled in by hand, and the sent report that is printed, signed and stamped.

form-file = Round { $number }-{ $unit }-form
form-file-sent = Round { $number }-{ $unit }-{ $receipt }
form-head = Reporting unit: { $unit }    Reported by: { $reporter }    Telephone: { $phone }
form-round = Round { $number }    Covers { $covers }

form-filled = Figures are
form-filled-round = this round
form-filled-cumulative = cumulative
form-filled-note = Change to “cumulative” if these are totals to date
form-blank = Blanks count as
form-blank-unreported = not reported
form-blank-note = Empty cells count as 0; change to “not reported” to be asked later

form-last = Round { $number }: { $figure }
form-not-applicable = n/a
form-count-warning = { $place }: a whole number from 0 up is usual here. Keep it all the same?
form-amount-warning = { $place }: a number from 0 up is usual here. Keep it all the same?

form-words = Words
form-question = Question
form-answer = Answer
form-hint = Hint
form-required = Required
form-optional = Optional
form-ask = { $need }. { $ask }
form-options = { $hint } (pick one: { $options })
form-length-warning = { $question }: at most { $most } characters
form-nothing = none

form-column = { $label } ({ $unit })
form-receipt = Number: { $number }        Sent at: { $at }        Sent by: { $by }
form-signature = Signed by the head of the unit: ____________________        (Seal)        Date: ____________________
