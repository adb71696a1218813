# What is wrong in a text.

markdown-no-embed = nothing can be embedded here
markdown-no-embed-found = not in { $kind }
markdown-no-embed-help = only an article may embed a result or an event
markdown-unknown-embed = unknown embed
markdown-unknown-embed-found = not understood
markdown-unknown-embed-help = write `{"{{"} result primaires-citoyennes-2017 2 {"}}"}` or `{"{{"} event soiree-michel-rocard {"}}"}`
markdown-duplicate-embed = duplicate embed
markdown-duplicate-embed-help = keep one of the two, and link to it
markdown-embed-in-line = an embed needs a line of its own
markdown-embed-in-line-found = it would be shown as it is
markdown-embed-in-line-help = give `{"{{"} … {"}}"}` a line of its own, from end to end

markdown-heading = the text has a heading of the first level
markdown-heading-found = the title of the page is that heading
markdown-heading-help = begin it with `##`
markdown-columns = this table has too many columns
markdown-columns-found = { $count } columns
markdown-columns-help = split it into tables of at most { $most } columns
markdown-depth = this is nested too deeply
markdown-depth-found = more than { $most } lists, quotations, emphases … around it
markdown-depth-help = write it with fewer levels: each takes some of a phone’s width
markdown-html = the text contains HTML
markdown-html-found = it would be removed or could load something
markdown-html-help = write it in Markdown
markdown-note-help = let nothing follow the `-->` of a note on its line, and an empty line follow it
markdown-no-alternative-help = write what it shows: `![La place](media/place.jpg)`
