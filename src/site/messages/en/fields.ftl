# What is wrong with a value, a field or a file, whatever it is about.

# Kinds of values: what was found, or is expected.
fields-nothing = nothing
fields-boolean = true or false
fields-number = a number
fields-text = a text
fields-list = a list
fields-table = a table

# Values that an editor writes.
fields-line = a text on one line
fields-flag = true or false, without quotes
fields-reference = a path or a URL
fields-reference-example = "/actualites/" or "media/place.jpg"
fields-slug = lower-case letters without accents, digits and hyphens
fields-url = an absolute URL
fields-mail = an e-mail address
fields-date = a date
fields-when = a day, with or without an hour
fields-when-example = "2017-01-29", or "2017-01-29T09:00:00"
fields-count = a whole number from 0 to 100000000
fields-count-example = 842
fields-small-number = a whole number from 1 to 9999
fields-small-number-example = 35
fields-percentage = a percentage from 0 to 100 with at most two decimals
fields-percentage-example = 35.68
fields-round = the number of the round
fields-round-example = 1 or 2
fields-party-colour = a colour, or the code of a nuance
fields-party-colour-example = "#005a9c" or "SOC"
fields-accent = a colour dark enough to be read on white (contrast 4.5)

# A value of another kind than the one expected.
fields-expected = expected { $it }
fields-must-be = `{ $field }` must be { $it }
fields-found = found { $it }
fields-found-long-text = found a long text
fields-write-like-this = write it like this: { $example }
fields-write-named = write { $of } as named fields

# Fields.
fields-missing = the field `{ $name }` is missing
fields-missing-found = { $of } needs it
fields-missing-help = add `{ $name }`: { $expected }, such as { $example }
fields-duplicate = duplicate field `{ $name }`
fields-duplicate-help = keep one of the two
fields-second = the second one
fields-unknown = unknown field `{ $name }`
fields-unknown-found = { $of } has no such field
fields-unknown-help = { $of } has these fields: { $known }
fields-did-you-mean = did you mean `{ $known }`?

# Texts.
fields-too-long = this text is too long
fields-too-long-found = { $bytes } bytes on one line
fields-too-long-help = shorten it: long texts belong into an article or a page
fields-invisible = the text contains an invisible character
fields-invisible-turns = { $letter } turns the direction of reading
fields-invisible-ends-line = { $letter } ends the line
fields-invisible-control = { $letter } is a control character
fields-invisible-hidden = { $letter } is invisible
fields-invisible-help = delete it, or retype the words around it: it often comes with pasted text
fields-unfilled = this text is still that of the template
fields-unfilled-found = it was not replaced
fields-unfilled-help = replace it, or delete it if it is of no use

# Files.
fields-file-too-large = this file is too large: { $size } kB
fields-file-too-large-help = keep it below { $most } kB, in several files if need be
fields-file-unreadable = this file cannot be read: { $error }
fields-file-unreadable-help = check that the file exists and can be read
fields-file-not-utf-8 = this file is not UTF-8 text
fields-file-not-utf-8-help = save it again as UTF-8. Notepad: File, Save as, Encoding “UTF-8”; TextEdit: Format, Make Plain Text, then Encoding “Unicode (UTF-8)” when saving; LibreOffice: File, Save as, type “Text – Choose Encoding”, then “Unicode (UTF-8)”
fields-file-not-utf-8-help-table = save it as “CSV UTF-8”. Excel: File, Save as, type “CSV UTF-8 (Comma delimited)”; LibreOffice: File, Save as, type “Text CSV”, then character set “Unicode (UTF-8)”
fields-file-document = this file is no text: it is a document of a word processor, or a PDF
fields-file-document-help = open it, copy its text, and paste that into a file begun by `urne new article "Title"`; another name is not enough
fields-accent-named = a colour is written by its code
fields-accent-named-found = this is its name
fields-accent-named-help = write `"{ $code }"`, or another code: # and six digits, from a colour picker
