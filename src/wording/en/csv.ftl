# Heads of the CSV file.

csv-figures = Figures
csv-rounds = Rounds
csv-round = this round
csv-cumulative = cumulative
csv-all = all
csv-not-applicable = not applicable
