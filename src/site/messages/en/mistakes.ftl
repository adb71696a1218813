# The commonest mistakes in TOML and JSON.

mistakes-write = write `{ $line }`
mistakes-date = this date cannot be read
mistakes-date-found = the year comes first, the day last
mistakes-date-form-found = it is written a little otherwise
mistakes-year-found = the year is missing
mistakes-year-help = write `{ $line }`, with your year in the place of 2000
mistakes-day = there is no such day
mistakes-day-found = no calendar has it
mistakes-day-help = correct the day, the month or the year
mistakes-number = this number cannot be read
mistakes-number-spaced = digits are not set apart by spaces here
mistakes-number-comma = decimals come behind a point here
mistakes-number-percent = the sign % is not written here
mistakes-word = this word cannot be read
mistakes-word-found = yes is written `true`, no is written `false`
mistakes-marks-curly = these are not the straight quotation marks of the keyboard
mistakes-marks-curly-found = only " marks where a text begins and ends
mistakes-marks-inside = there is a quotation mark inside this text
mistakes-marks-inside-found = the second " ends the text
mistakes-marks-one = one of the two quotation marks of this text is missing
mistakes-marks-one-found = a text stands between two "
mistakes-marks-none = this text does not stand between quotation marks
mistakes-marks-none-found = a text stands between two "
mistakes-empty = this field has no value
mistakes-empty-found = nothing follows the =
mistakes-colon = a field is written with = here
mistakes-colon-found = this has a :
mistakes-prose = this line is no field
mistakes-prose-found = expected a name, = and a value
mistakes-prose-help = if the text begins here, write a line of `+++` before it; if it is a note, begin it with `#`
mistakes-name = the name of this field does not stand between straight quotation marks
mistakes-name-found = a name stands between two "
mistakes-comma = a comma is missing
mistakes-comma-found = behind this
mistakes-comma-help = write a comma here: one stands between two values
mistakes-comma-twice = there is a comma too many
mistakes-comma-twice-found = this one
mistakes-comma-twice-help = remove it: one comma stands between two values
mistakes-unclosed = a bracket is never closed
mistakes-unclosed-found = it opens here
mistakes-unclosed-help = write `{ $closing }` where it ends
mistakes-toml = the fields cannot be read
mistakes-toml-found = reading stops here
mistakes-toml-help = write one field a line, such as `title = "Our new premises"`: texts in straight quotation marks
mistakes-toml-twice = this field is there twice
mistakes-toml-twice-found = it has a value already
mistakes-toml-twice-help = keep one of the two lines
mistakes-json = this file cannot be read
mistakes-json-found = reading stops here
mistakes-json-help = names and texts stand between straight quotation marks, and a comma between two values
mistakes-json-empty = this file is empty
mistakes-json-empty-help = write the fields between `{"{"}` and `{"}"}`, or remove the file
mistakes-group = the fields of this file are in the group `[{ $group }]`
mistakes-group-found = everything that follows belongs to the group
mistakes-group-help = put `[{ $group }]` and its fields last, just before the closing `+++`
mistakes-conflict = Git has put two versions of this file into one another
mistakes-conflict-found = the first of its marks
mistakes-conflict-help = keep one of the two versions, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`
mistakes-fence-first = the fields at the beginning are missing
mistakes-fence-yaml = the fields stand between other lines
mistakes-fence-found = expected a line of `+++`
mistakes-fence-first-help = begin the file with `+++`, fields such as `title = "…"`, and `+++` again
mistakes-fence-yaml-help = write `+++` in place of both `---`, and the fields as `title = "…"`
mistakes-fence-last = the fields do not end
mistakes-fence-last-found = the text seems to begin here
mistakes-fence-last-help = write a line of `+++` between the fields and the text
mistakes-accent = the name of this field has an accent
mistakes-accent-found = names of fields are English words
mistakes-accent-help = write the name of a field that is known, such as `title`
