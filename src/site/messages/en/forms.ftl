# Fields as forms name them: the first line is the name, the next one a help.

forms-schema = Schema
    For text editors: the file that describes these fields.
forms-slug = Name of the file
    The end of the address: lower-case letters without accents, digits, hyphens.
forms-title = Title
forms-alias = Old addresses
    The addresses that the page had before, such as /2017/01/une-place/: they lead to it.
forms-publish-at = Not to be published before
    A day, 2026-06-20, or a moment, 2026-06-20T08:00.
forms-draft = Draft
    A draft is not published.
forms-video = Video
    A recording: the page names the site where it is, and loads nothing from there.
forms-name = Name
forms-address = Postal address
    On one line.
forms-phone = Telephone
forms-article-date = Day of publication
    The latest article comes first.
forms-article-date-text = Date to show
    What readers see instead of the date, where the day is not known exactly.
forms-article-category = Category
    A few words above the title; the articles of one category have their list.
forms-article-summary = Summary
    What lists show. Without it, the text needs a line `<!--more-->`.
forms-article-image = Picture at the head
    Lists show it too.
forms-article-author = Author
    A line below the title.
forms-article-updated = Last change
    The day on which what the article says was last changed.
forms-article-practical = Practical information
    It may appear in a « période de réserve ».
forms-article-signature = Signature
forms-event-subtitle = Subtitle
    A line below the title.
forms-event-summary = Summary
    The event in a sentence.
forms-event-start = Start
    A day, 2026-06-20, or a day with an hour, 2026-06-20T14:00.
forms-event-end = End
    Likewise; another day, if it takes several.
forms-event-repeat = Repetition
    FREQ=WEEKLY, FREQ=MONTHLY;BYDAY=1SA (the first Saturday of each month), followed if need be by ;UNTIL=20261231.
forms-event-except = Except on these days
    The days on which it is not after all.
forms-event-cancelled = Cancelled
    It is said wherever the event is shown.
forms-event-postponed = Postponed
    To a day that is not known yet.
forms-event-place = Place
forms-event-online = Address to take part
    The address at which one takes part from elsewhere.
forms-event-sessions = Sessions
    Round tables, talks.
forms-event-speakers = Speakers
    Of the whole event.
forms-event-updated = Last change
    To be written whenever the day, the hour, the place or the state changes: calendars rely on it.
forms-session-hosts = Hosts
forms-session-speakers = Speakers
forms-page-summary = Summary
    The page in a sentence.
forms-page-parent = Page above
    The name of its file, without its ending.
forms-page-order = Order
    Among the pages below the same one: 1, 2…
forms-person-role = Role
    What this person does: “architect”, “for the association”.
forms-picture-src = File
    A picture in media/.
forms-picture-alt = What it shows
    For those who do not see it.
forms-picture-caption = Caption
forms-video-address = Address
    The address at which it can be seen.
forms-video-still = Picture out of it
    A file of media/.
forms-video-date = Date
forms-video-duration = Duration
    “1 h 52”
forms-link-label = What is read
forms-link-to = Where it leads
    A path on the site, /evenements/, or an address, https://…
forms-account-to = Address
    https://…
forms-site-name = Name of the site
    The full name, title of the home page.
forms-site-short-name = Short name
    For the header and for titles.
forms-site-description = Description
    The site in a sentence.
forms-site-language = Language
forms-site-base = Address of the site
    The URL of the host, without a path: https://www.example.org
forms-site-accent = Colour
    Dark enough to be read on white.
forms-site-icon = Icon
    A drawing in SVG, best square.
forms-site-logo = Logo
    A picture before the name, at the head of each page.
forms-site-publisher = Publisher
    At the foot of pages and in the feed.
forms-site-contact = E-mail address
forms-site-director = Director of publication
forms-site-host = Host
    Who hosts the site.
forms-site-accounts = Accounts elsewhere
    Links at the foot of pages; nothing is loaded from there.
forms-site-navigation = Menu
forms-site-footer = Links at the foot of pages
forms-site-featured = Result on the home page
    Without it, the latest one.
forms-site-reserve = Periods of reserve
    Periods in which nothing new may appear.
forms-site-time-zone = Time zone
    Europe/Paris, unless another is given: Indian/Reunion
forms-featured-election = Election or vote
    The name of a file of results/, without its ending.
forms-featured-round = Round
    Without it, the last.
forms-reserve-from = From
    A day, 2026-03-14, or a moment, 2026-03-14T00:00.
forms-reserve-until = Until
    Likewise.
forms-election-territory = Where people vote
    A commune, “Quartier du port”, “Conseil d’administration”, “L’association”.
forms-election-introduction = Introduction
    What people vote for, in a sentence.
forms-election-kind = Kind of election
    Pages say what changed since the last one of the same kind.
forms-election-stands = Who stands
    Where the figures do not tell.
forms-election-contest = Contest
forms-election-question = Question
    What is asked or put to the vote, word for word: of a question or a proposal.
forms-election-majority = Majority needed
    For a proposal to be adopted, or a candidate to be elected where it is written.
forms-election-majority-of = Majority of
    Without this field, of the valid votes.
forms-election-proposal = What is put to the vote
    What “Pour” and “Contre” are said of.
forms-election-code = Code of the territory
    Where its figures are in a table: 78172
forms-election-within = Département of the tables
    Its code, or FR: each territory of the tables then has a page.
forms-election-decided-in = Where it is decided
    A majority is shown only there.
forms-election-rounds = Rounds
    In order.
forms-election-contours = Outlines for maps
    Names of files in contours/, without their ending.
forms-election-compared = Whom to compare with whom
    Of the last election of the same kind, where neither names nor nuances tell.
forms-election-other-territories = Other territories
    Their figures, each with a page.
forms-election-publishable-from = Not to be published before
    The moment before which nothing of it is published: 2026-04-12T20:00
forms-round-round = Number of the round
forms-round-date = Day of the vote
forms-round-stations-counted = Stations counted
    Where some are lacking: the figures are called provisional.
forms-round-registered = Registered voters
forms-round-abstentions = Abstentions
forms-round-voters = Voters
forms-round-blank = Blank ballots
forms-round-null = Null ballots
forms-round-blank-and-null = Blank and null ballots
    Where they were published together only.
forms-round-valid = Valid votes
forms-round-candidates = Candidates
    Without figures, the name alone; nothing, where the figures are in a table.
forms-round-seats = Seats to fill
forms-round-seat-rule = Rule of seats
    Where the seats were not published.
forms-round-names-per-ballot = Names per ballot
    Where that is more than one.
forms-round-voting = Way of voting
forms-round-decision = Decision
    What the source says of a proposal, where the votes do not tell.
forms-round-share-base = Shares of
    Without this field, of the valid votes.
forms-round-source = Source
    Where the figures come from.
forms-round-note = Note
    What a reader must know of these figures.
forms-candidate-name = Name
    “Oui”, “Non”, “Pour”, “Contre” of a question.
forms-candidate-votes = Votes
forms-candidate-share = Percentage
    Where it was published.
forms-candidate-list = Title of the list
forms-candidate-head = Who leads the list
forms-candidate-nuance = Nuance
    The ministry’s code.
forms-candidate-panel = Panel
    The number of the panel.
forms-candidate-seats = Seats
forms-candidate-colour = Colour
    #005a9c, or the code of a nuance.
forms-candidate-elected = Elected
    Where the votes do not tell who is.
forms-source-name = Name
    “Procès-verbal du bureau de vote”
forms-source-address = Address
    https://…
forms-source-published = Day of publication
forms-source-license = Licence
forms-stations-share = Part counted
    As a percentage.
forms-stations-of = Stations in all
forms-compared-names = Here
    The names of this election, as pages write them.
forms-compared-with = Before
    The names of the last one.
forms-territory-code = Code
    Of a département, of a commune, or FR.
forms-territory-name = Name
    Where the official list lacks it.
forms-word-french = French
forms-word-contest-two-rounds = Two rounds (an absolute majority wins the first)
forms-word-contest-one-round = One round
forms-word-contest-question = A question or a proposal
forms-word-decided-in-commune = Commune
forms-word-decided-in-canton = Canton
forms-word-decided-in-circonscription = Constituency
forms-word-decided-in-department = Département
forms-word-decided-in-region = Region
forms-word-decided-in-country = Country
forms-word-kind-presidential = Presidential
forms-word-kind-legislative = Legislative
forms-word-kind-senatorial = Senatorial
forms-word-kind-european = European
forms-word-kind-regional = Regional
forms-word-kind-departmental = Departmental
forms-word-kind-cantonal = Cantonal
forms-word-kind-municipal = Municipal
forms-word-kind-referendum = Referendum
forms-word-kind-primary = Primary
forms-word-stands-candidates = Persons
forms-word-stands-lists = Lists
forms-word-stands-pairs = Pairs
forms-word-stands-blocs = Blocs, added up by the source
forms-word-stands-nuances = Nuances, added up by the source
forms-word-stands-projects = Projects of a participatory budget
forms-word-majority-half = More than half
forms-word-majority-two-thirds = Two thirds
forms-word-majority-three-quarters = Three quarters
forms-word-decision-adopted = Adopted
forms-word-decision-unanimous = Adopted unanimously
forms-word-decision-casting-vote = Adopted by the casting vote
forms-word-decision-rejected = Rejected
forms-word-voting-secret-ballot = By secret ballot
forms-word-voting-show-of-hands = By show of hands
forms-word-proposal-proposal = A proposal
forms-word-proposal-resolution = A resolution
forms-word-proposal-motion = A motion
forms-word-proposal-deliberation = A deliberation
forms-word-base-valid = Valid votes
forms-word-base-voters = Voters
forms-word-base-registered = Registered voters
forms-word-seat-rule-municipal = Municipal
forms-word-seat-rule-paris-lyon-marseille = Paris, Lyon, Marseille
forms-word-seat-rule-regional = Regional
forms-word-seat-rule-european = European
forms-word-seat-rule-highest-average = Highest average, without bonus or threshold
forms-word-seat-rule-largest-remainder = Largest remainder, without bonus or threshold

forms-articles = Articles
forms-article = article
forms-events = Events
forms-event = event
forms-pages = Pages of text
forms-page = page of text
forms-elections = Results
forms-election = result
forms-site = The site
forms-body = Text
forms-body-hint = In Markdown: `**bold**`, `*italic*`, `## heading`, `[link](/evenements/)`, `![what it shows](media/image.jpg)`.
forms-slug-wrong = Lower-case letters without accents, digits and hyphens.
forms-when-wrong = A day, 2026-06-20, or a day with an hour, 2026-06-20T14:00.
forms-mail-wrong = An e-mail address: contact@example.org
forms-phone-wrong = A telephone number: 01 99 00 00 00
forms-url-wrong = A whole address: https://www.example.org/page
forms-site-admin = Editor in the browser
    Who keeps the files of the site: with this field, /admin/ is an editor.
forms-admin-backend = Service
forms-admin-repo = Repository
    section/site
forms-admin-branch = Branch
    Without this field, that of the repository.
forms-admin-folder = Folder of the content
    In the repository; without this field, content.
forms-admin-server = Server
    Of a service that you host: https://codeberg.org
forms-admin-sign-in = Sign-in
    The program that signs in to GitHub, where there is one.
forms-admin-app-id = Number of the application
    That GitLab or Gitea gives.

forms-editor-of = Edit { $name }
forms-no-script = This editor needs JavaScript.
forms-packed = what the program carries of the editor cannot be unpacked
