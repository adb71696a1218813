# What `urne import` says of published files, and of what it makes of them.

## Places

import-the-file = the file
import-the-workbook = the workbook
import-the-table = the table
import-line = line { $number }
import-row = row { $number }
import-item = item { $number }
import-cell = { $row }, column { $column } "{ $name }"
import-field = { $row }, field "{ $name }"
import-column = column { $number } "{ $name }"
import-line-and-column = line { $line }, column { $column }
import-in-sheet = sheet "{ $name }", { $place }
import-of-sheet = sheet "{ $name }": { $error }
import-at = { $place }: { $found }
import-quoted = "{ $name }"

## Lists

import-none = none
import-nothing = nothing
import-more = and { $count } more
import-and-more = { $names } and { $count } more
import-more-lines = … and { $count } more
import-times = { $name } ({ $count } times)

## Files that cannot be read

import-empty = it is empty
import-again-help = download it again, or export it again
import-unreadable = it cannot be read: { $error }
import-unreadable-help = check that the file exists, can be read and was downloaded whole
import-endless-line = the line is longer than { $most } bytes
import-endless-line-help = this is no table; download the file again
import-too-large = it is larger than 512 MB
import-too-large-help = split it into one file per département
import-zero-byte = it contains a zero byte
import-zero-byte-help = the file is damaged or no table: download it again, or open it in a spreadsheet and save it as "CSV UTF-8"
import-no-encoding = the text is not French in UTF-8, Windows-1252, Latin-1 or code page 850
import-no-encoding-help = open the file in a spreadsheet, look whether its accents are right, save it as "CSV UTF-8"
import-invalid-bytes = it looks like { $encoding } text, but contains invalid bytes
import-invalid-bytes-help = download it again; if that does not help, open it in a spreadsheet and save it as "CSV UTF-8"
import-no-table = it is not a table: { $error }
import-no-table-help = open it in a spreadsheet and save it again as "CSV UTF-8"
import-no-json = this is not JSON: { $error }
import-interrupted-help = the download may have been interrupted: download the file again
import-no-territory = it holds no territory
import-no-territory-help = expected an array of territories, each with an array of candidates
import-cut = the row is cut: it has { $cells } cells of { $expected }

## Files of another kind

import-is-parquet = it is a Parquet file
import-is-arrow = it is an Arrow file
import-is-sqlite = it is an SQLite database
import-is-pdf = it is a PDF document
import-is-rtf = it is an RTF document
import-is-png = it is a picture (PNG)
import-is-jpeg = it is a picture (JPEG)
import-is-gif = it is a picture (GIF)
import-is-bzip2 = it is compressed with bzip2
import-is-xz = it is compressed with xz
import-is-zstandard = it is compressed with Zstandard
import-is-seven-zip = it is a 7-Zip archive
import-is-rar = it is a RAR archive
import-is-html = it is a web page (HTML)
import-is-mhtml = it is a web page (MHTML)
import-is-xml = it is an XML file
import-is-zip = it is a ZIP archive and no workbook
import-is-zip-with = it is a ZIP archive and no workbook; its first file is "{ $name }"
import-convert-help = convert its table to CSV with software that reads such files, or download the CSV of the same publication
import-published-help = download the table of the same publication as CSV, XLS, XLSX or JSON
import-unpack-help = unpack it and import the file inside, or compress that with gzip
import-save-page-help = if a spreadsheet opens it as a table, save it there as XLSX or "CSV UTF-8"; else the URL led to a page instead of the file: download it again
import-save-text-help = open it in a spreadsheet and save it as XLSX or "CSV UTF-8", or download the CSV of the same publication

## Workbooks

import-locked = it is locked by a password
import-locked-help = open it in a spreadsheet and save it without a password
import-broken-help = open it in a spreadsheet; if that works, save it again, else download it again
import-no-results-help = save the sheet with the results in it
import-without-sheets = it is no workbook and has no sheets
import-without-sheets-help = leave --sheet out
import-no-such-sheet = it has no sheet "{ $name }"
import-sheets-are = its sheets are { $names }
import-sheet-meant = did you mean "{ $meant }"? its sheets are { $names }
import-sheet-line = "{ $name }": { $what }
import-a-table = a table
import-sheet-not-asked-for = another one was asked for
import-sheet-of-round = its name or its title says round { $other }, not { $round }
import-sheet-without-round = it does not say round { $round } as another one does
import-sheet-of-sums = it is a sum of the whole country
import-several = several of its sheets could be read:
import-several-of-round = several of its sheets could be read for round { $round }:
import-but-not = but not:
import-choose = choose one by its name with --sheet "{ $sheet }"
import-choose-or-level = choose one by its name with --sheet "{ $sheet }", or by its level with --level { $level }
import-passed-help = ask for what the file holds, with --round, --level or --sheet; if a name or a title is wrong, correct it
import-no-sheet = no sheet of it can be read:
import-no-sheet-help = docs/import.md lists the layouts and their columns; ask for what the file holds, with --round, --level or --sheet
import-other-level = its level is { $level }, not { $wanted }
import-other-level-help = leave --level out, or import the file of that level

## Columns

import-no-layout = no known layout; columns seen: { $columns }; missing: { $missing }
import-no-layout-brief = no known layout; missing: { $missing }
import-no-layout-help = docs/import.md lists the layouts and their columns; rename the header's columns to theirs
import-missing-header = a header with at least 3 known columns
import-missing-panels = a column of panels, such as "Panneau", beside the names
import-missing-codes = a code of the territory, such as "Code de la commune"
import-missing-votes = "Inscrits" or another count, and either "Voix", "Voix 1" or columns of whole numbers that bear the candidates' names
import-no-rows = there are no rows below the header
import-unused-shared = { $name } (several candidates have the same)
import-unused-instead = { $name } ({ $other } is read instead)
import-codes-of-two-forms = `{ $two }` can only be 2 + 3 figures and `{ $three }` only 3 + 2
import-codes-of-two-forms-help = write the département in a column of its own, or all codes in one form
import-no-such-round = the column holds no round { $round }, but { $rounds }
import-no-such-round-help = import the file of that round, or choose another one with --round
import-empty-round = the cell is empty where the number of a round is needed
import-no-round = `{ $text }` is no round
import-no-round-help = write 1 or 2, or empty the name of the column if it holds no rounds

## Rows and cells

import-no-count = the cell is empty where a whole number is needed
import-negative-count = `{ $text }` is negative; no count is negative
import-not-whole = `{ $text }` is not a whole number
import-no-percentage = `{ $text }` is not a percentage
import-cell-help = compare with the publisher's page, correct the cell or download the file again
import-nameless = the candidate has no name
import-nameless-help = write the name of the person or of the list
import-other-counts = { $place }: the counts differ from those of { $before }
import-candidate-twice = { $place }: { $name } appears twice in this territory
import-contradictory = its figures contradict each other
import-without-code = it has no code of a territory
import-unknown-code = it has no known code of a territory: { $texts }
import-twice = { $territory } is already in { $first }
import-twice-help = the file gives this territory twice: ask its publisher which row is right, or import the file of another level
import-twice-or-columns-help = one of the columns that were not understood may tell the two rows apart, such as a code of the polling station; rename it to a name that docs/import.md lists: { $columns }
import-nothing-within = no row lies within { $within }
import-nothing-left = no row can be used:
import-nothing-left-help = compare the codes with those of the file
import-same-everywhere =
    It is the same in every row: probably a column is misunderstood.
    {"  "}read as candidates: { $candidates }
    {"  "}columns not read: { $columns }
import-same-everywhere-help = rename the columns that were misunderstood to names that docs/import.md lists

## Differences

import-negative = { $place }: `{ $text }` is negative
import-other-percentage = { $place }: printed { $percent }, computed { $computed }
import-impossible-percentages = { $row }: no whole number of ballots gives all the printed percentages

## Candidates

import-without-panel = { $name } has no panel
import-without-panel-help = write its number, or delete the row
import-panel-twice = panel { $panel } is that of { $name } already
import-panel-twice-help = keep one row per panel: the list of one territory, heads of lists only
import-columns-without-panel = columns without a panel: { $columns }
import-panels-without-column = panels without a column: { $panels }
import-columns-and-panels-alone = columns without a panel: { $columns }; panels without a column: { $panels }
import-join-help = the list must be that of this election and round; a column is found by the panel in the table of candidates, or by the number at the end of its key
import-title = { $key }: { $what } "{ $title }"
import-other-title = { $key }: { $what } "{ $before }" → "{ $after }"

## Corrections

import-registered = registered
import-abstentions = abstentions
import-voters = voters
import-blank = blank
import-null = null
import-blank-and-null = blank and null
import-valid = valid
import-new-territory = { $territory }: new
import-gone-territory = { $territory }: gone
import-renamed = { $territory }: was called { $before }
import-other-figure = { $territory }: { $figure } { $before } → { $after }
import-counted-and-gone = { $territory } was counted and is gone
import-fell = { $territory }: { $figure } fell from { $before } to { $after }
import-rose-alone = { $territory }: valid rose from { $before } to { $after }, yet every percentage stayed the same

## What stands in the way of writing

import-nothing-written = Nothing was written.
import-no-election = { $path } does not exist; write the election's own file first (docs/content.md shows one)
import-tables-with-problems = the tables that exist have problems:
import-no-table-of-candidates = { $folder } has no table of candidates for round { $round }; import its results first. Where candidates differ from territory to territory, their own file names them
import-implausible = { $file } has implausible changes from what was imported before:
import-implausible-help = ask the publisher which version is right; --accept-differences imports it anyway
import-strangers =
    { $file } has other candidates than the tables of this round that exist:
    {"  "}only in the file: { $here }
    {"  "}only in the tables: { $there }
import-strangers-help = spell them alike, in the file or as `key` in round-{ $round }-candidates.csv and the tables; delete the tables if they are wrong
import-folder-not-made = { $path } cannot be made
import-not-replaced = { $path } cannot be replaced
import-not-removed = { $path } cannot be removed

## The report

import-reading = reading { $file }
import-comparing = comparing { $count } territories
import-sheet-read = Sheet "{ $name }" was read.
import-sheets-not-read = { $count ->
    [one] 1 sheet not read (--sheet takes another):
   *[other] { $count } sheets not read (--sheet takes another):
}
import-rows-of-other-rounds = { $count ->
    [one] 1 row of another round left out.
   *[other] { $count } rows of another round left out.
}
import-candidates = { $count ->
    [one] 1 candidate: { $names }.
   *[other] { $count } candidates: { $names }.
}
import-candidates-by-panel = { $count ->
    [one] 1 candidate found by panel.
   *[other] { $count } candidates found by panel.
}
import-figures-changed = { $count ->
    [one] 1 figure changed:
   *[other] { $count } figures changed:
}
import-differences = { $count ->
    [one] 1 difference between what is printed and what is computed:
   *[other] { $count } differences between what is printed and what is computed:
}
import-rows-refused = { $count ->
    [one] 1 row refused:
   *[other] { $count } rows refused:
}
import-columns-not-read = { $count ->
    [one] 1 column not read:
   *[other] { $count } columns not read:
}
import-titles-replaced = { $count ->
    [one] 1 title replaced:
   *[other] { $count } titles replaced:
}
import-titles-kept = { $count ->
    [one] 1 title not changed, as the table has another one; --replace takes the published one:
   *[other] { $count } titles not changed, as the table has another one; --replace takes the published one:
}
import-titles-added = { $count ->
    [one] 1 title added:
   *[other] { $count } titles added:
}
import-remark = { $row }: a remark: { $text }
import-row-without-code = a row without a known code
import-sum = { $name }: a sum and no territory
import-equal-sum = { $name }: a sum and no territory; the rows add up to it
import-other-sum = { $name }: a sum and no territory; it has { $count } registered, the rows { $rows }
import-rounds-either-way = The file rounds what lies exactly between two percentages either way.
import-prints-rests = The file prints abstentions or voters as what the other leaves of 100 %.
import-percentages-of-one = The file has percentages as parts of one (0.5 for 50 %).
import-cuts-off = The file cuts its percentages off instead of rounding them.
import-territories = { $level ->
    [stations] { $count ->
        [one] 1 station
       *[other] { $count } stations
    }
    [communes] { $count ->
        [one] 1 commune
       *[other] { $count } communes
    }
    [cantons] { $count ->
        [one] 1 canton
       *[other] { $count } cantons
    }
    [circonscriptions] { $count ->
        [one] 1 circonscription
       *[other] { $count } circonscriptions
    }
    [departments] { $count ->
        [one] 1 department
       *[other] { $count } departments
    }
    [regions] { $count ->
        [one] 1 region
       *[other] { $count } regions
    }
   *[country] { $count } country
}
import-summary = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} read, { $territories }, { $candidates ->
    [one] 1 candidate
   *[other] { $candidates } candidates
}, { $differences ->
    [one] 1 difference
   *[other] { $differences } differences
}, { $refused ->
    [one] 1 row
   *[other] { $refused } rows
} refused.
import-wrote = wrote { $path }
import-removed = removed { $path }
import-nothing-changed = Nothing changed: the same was imported before.
import-done = Round { $round } of { $election }.

## Outlines

import-outlines-no-name = `{ $name }` is no name: use lower-case letters without accents, digits and hyphens
import-outlines-without-source = `--source` is empty: say who drew the outlines, and when
import-outlines-refused = { $file } is refused
import-outlines-no-json = it is not JSON
import-outlines-no-geojson = it is not GeoJSON: its `type` must be `FeatureCollection`, and is { $kind }
import-outlines-missing = missing
import-outlines-no-polygon = a feature is neither a `Polygon` nor a `MultiPolygon`
import-outlines-empty = it is empty: there is no feature in it
import-outlines-twice = duplicate code { $code }
import-outlines-nameless = without a name
import-outlines-without-code = feature { $number } ({ $name }) has no `code` among its properties
import-outlines-without-name = feature { $number } ({ $code }) has no `nom`
import-outlines-without-geometry = { $territory } has no geometry
import-outlines-wrong = the outline of { $territory } is wrong
import-outlines-without-outline = the outline of { $territory } is empty
import-outlines-position = a position needs a longitude and a latitude
import-outlines-degrees = { $position } is no longitude and latitude in degrees (WGS 84)
import-outlines-short-ring = a ring has fewer than four positions
import-outlines-open-ring = a ring is not closed: its ends differ
import-outlines-flat-ring = a ring has fewer than three different positions
import-outlines-without-extent = the territories have no extent
import-outlines-too-small = { $territory } is too small to be visible next to the others
import-outlines-too-many = there are too many territories for one map
