# What can be asked of the program: its help, and what is wrong with what was asked.

arguments-about = The website of a local section, association or town: news, events and election results

## Commands

arguments-new = Begin a site, or an article, an event, a page or a result of one
arguments-serve = Show the site on this computer, and every change of its content at once
arguments-check = Report every mistake of the content and write nothing
arguments-build = Check the content, then write the whole site into a folder for its host
arguments-reserve = Record what the articles are before a « période de réserve », so that none changes in it
arguments-import = Turn published files into content
arguments-contours = Outlines of territories, from a GeoJSON file (WGS 84, properties `code` and `nom`)
arguments-results = Results of many territories, into the tables of an election
arguments-candidates = Names, nuances and titles of lists, joined by their panels to imported results
arguments-wordpress = Articles and pages of a WordPress site, from its export (WXR)
arguments-doctor = Examine the published site over HTTP and say how to fix each fault
arguments-hosting = Print the rules of the site (caching, types, security) in the words of a host
arguments-help-command = Print this help, or that of a command

## What is written with them

arguments-content = The folder with the content
arguments-public-url = The folder of the host in which the site is, such as /conflans/
arguments-language = The language of messages; without it, that of the site, else that of the system
arguments-help = Print help, in short with -h
arguments-version = Print version
arguments-what = The folder of the new site, or what to begin: `article`, `event`, `page` or `result`
arguments-title = The title of what is begun
arguments-name = What the new site is called
arguments-new-usage =
    urne new DIR [--name NAME]
    {"       "}urne new <article|event|page|result> TITLE
arguments-port = The port; without it, 8080 or the next that is free
arguments-address = The address: other than 127.0.0.1, other computers see the site too
arguments-format = How mistakes are printed
arguments-format-full = With the lines of the file, to be read
arguments-format-short = One a line: `file:line:column: error: what is wrong; what to do`
arguments-format-json = A list, for programs
arguments-format-github = Annotations of GitHub Actions
arguments-into = The folder to write: it must be new, empty, or hold the last build
arguments-uncompressed = Leave out the compressed copies that hosts send to most browsers
arguments-url = Its URL, such as `https://www.example.org` or `https://host.example/conflans/`
arguments-sample = Check this many pages only, evenly sampled
arguments-rehearsal = This is not yet the address of the site: that it states another one is right
arguments-host = The host, or the server software
arguments-host-nginx = A file to include in a `server` block of nginx
arguments-host-caddy = A file to import in the block of a site of Caddy
arguments-host-apache = An .htaccess for a host that wants it elsewhere than in the built site
arguments-host-s3 = The script that copies the site to Amazon S3
arguments-host-cloudfront = The CloudFormation template of a distribution in front of it
arguments-geojson = The GeoJSON file
arguments-map = The name of the map: lower-case letters without accents, digits and hyphens
arguments-outlines-source = Who drew the outlines and of which year they are, as readers will see it
arguments-published = The file as it was published: CSV, XLS, XLSX or JSON, also compressed as .gz
arguments-list = The list as it was published: CSV, XLS, XLSX or JSON, also compressed as .gz
arguments-election = The election: the name of its file in results/, without .json
arguments-round = The round
arguments-within = Keep only this département, circonscription or commune
arguments-accept = Keep rows and versions that contradict themselves, and say so to readers
arguments-level = The level of the table, where a workbook has several: `communes`, `departments`
arguments-export = The export of WordPress: an .xml file
arguments-uploads = The copy of wp-content/uploads, where the pictures and documents are
arguments-account = Where to write the account; without it, import-wordpress.md beside the content folder
arguments-sheet = The sheet of a workbook that is read; without it, the one of this round
arguments-replace = Let published titles take the place of those that are in the table of candidates

## What is to be written, by its name

arguments-command = COMMAND
arguments-folder = DIR
arguments-path = PATH
arguments-file = FILE
arguments-language-name = LANGUAGE
arguments-format-name = FORMAT
arguments-host-name = HOST
arguments-title-name = TITLE
arguments-name-name = NAME
arguments-source = SOURCE
arguments-election-name = SLUG
arguments-round-name = ROUND
arguments-level-name = LEVEL

## Around them

# Clap writes the colon itself.
arguments-commands = Commands
arguments-arguments = Arguments
arguments-options = Options
arguments-usage = Usage:
arguments-default = [default: { $values }]
arguments-possible = [possible values: { $values }]
arguments-possible-list = Possible values:
arguments-possible-item = - { $value }: { $help }

## What is wrong with what was asked

arguments-unexpected = `{ $argument }` is not expected here
arguments-no-command = `{ $command }` is no command
arguments-missing = { $arguments } is missing
arguments-value-missing = { $argument } needs a value
arguments-no-value = `{ $value }` is no value of { $argument }
arguments-choose = write one of { $values }
arguments-conflict = { $argument } cannot be used with { $other }
arguments-twice = { $argument } is written twice
arguments-unreadable = what is asked for cannot be read
arguments-more = `{ $command } --help` shows all that is possible.

arguments-edit = Edit the content in a browser, with the answers of `urne check` beside the fields
arguments-schema = Write the JSON schemas of files, for text editors
arguments-schema-into = The folder to write them into
