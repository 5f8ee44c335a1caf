# What the author is told for each code: the message, .label under the caret, .hint — what to do, .see — another place.
# The author's words stand in “”, what is typed into a file in back-ticks.

## S · files and names

S001 = this is a pointer to another place of the disk (a symbolic link), not a file: links are not supported
    .hint = put the file itself here in place of the link, or remove it
S002 = the text is not saved as UTF-8 (the first unreadable byte is number { $byte })
    .hint = open the file in an editor, choose “Save as…”, the encoding UTF-8, and save it anew
S003 = { $limit ->
    [project] the project is over its limit: all files together may have { $most } KB
    [files] the project has too many files: the limit is { $most }
    [depth] folders stand too deep inside one another: the limit is { $most }
    [markdown] the text is over its limit of { $most } KB
    [theme] the file of the theme is over its limit of { $most } KB
    [attachment] the attachment is over its limit of { $most } KB
    [toml] the data file is over its limit of { $most } KB
   *[other] over the limit of { $most }
 }
    .hint = { $limit ->
    [project] take out what is not needed; keep large files elsewhere
    [files] take out what is not needed, or split the site in two
    [depth] move the file a few folders up
    [markdown] split the text into two files and link them
    [attachment] make the file smaller: compress the pictures in it, or split it
    [toml] split the data: one file for each year
   *[other] make the file smaller
 }
S004 = { $reason ->
    [character] the file's name has the character “{ $character }”, with which it cannot be opened on other computers
    [device] Windows keeps this name for itself: such a file can be neither downloaded nor opened
    [ending] the file's name ends with a dot or a space: Windows would drop it
    [hyphen] the file's name begins with a hyphen: programs would take it for an option
    [length] the file's name is too long
    [encoding] the file's name is in an old encoding and cannot be read
   *[other] the file's name cannot be used on every system
 }
    .hint = { $reason ->
    [device] rename the file: con, prn, aux, nul, com1…com9 and lpt1…lpt9 are taken; `aux-plan.md` would do
    [length] shorten it: three or four words are enough, such as `reading-pairs.md`
   *[other] rename the file: use letters, digits, a dot inside the name and hyphens between words, such as `reading-pairs.md`
 }
S005 = the name differs from “{ $other }” only by capital letters or by the way some letters are stored
    .hint = rename or remove one of the two files: on other computers one would replace the other
S006 = the file has no use where it stands: it will not be on the site
    .hint = check its name and place: texts are `content/practices/<id>.md`, attachments stand in their text's folder beside `index.md`, data are `data/…/*.toml`; remove the file if it is not needed
S007 = a file of the system or of an editor is passed over
    .hint = remove it; if it is yours, give it another name, without a dot or “~$” in front, and without “.bak”, “.tmp” or “~” at the end
S008 = the text holds the character { $character }, which no text needs, on line { $line }
    .hint = remove it: open the file, go to line { $line } and type the line anew
S009 = invisible characters were removed from the text: soft hyphens, zero-width spaces, direction marks
    .label = the file was read without them
    .hint = to be rid of this warning, paste from Word or from a site “without formatting” (Ctrl+Shift+V)
S010 = the file “{ $file }” is missing; without it there is no site
    .hint = create it after the same file of the demonstration site; check, too, that the program runs in the project's folder
S011 = { $error ->
    [NotFound] the file or folder is not there
    [PermissionDenied] the file or folder may not be read: permission denied
    [Special] this is neither a file nor a folder but a device of the system: it cannot be read
   *[other] the file or folder cannot be read; the system says: { $error }
 }
    .hint = { $error ->
    [PermissionDenied] give yourself the right to read it, or ask your administrator
    [Special] remove it from the project's folder
   *[other] check that the disk is there and the file opens, and run the program again
 }
S012 = the file's content is not of a kind that may be published
    .hint = save it as one of: { $kinds }. If its name already says so, its inside is something else: open it in its own program and save it anew

## F · the form of TOML and of the front matter

F001 = { $problem ->
    [open] the front matter is opened by a line `+++` and never closed
    [twice] a second front matter follows the first
   *[other] the text does not begin with its front matter
 }
    .label = { $problem ->
    [open] opened here
    [twice] the second one
   *[other] a line `+++` belongs here
 }
    .hint = { $problem ->
    [open] put a line `+++` after the last setting, before the text
    [twice] keep one: move the lines you need from the second to the first, and remove the second with its `+++`
   *[other] begin the file with a line `+++`, then lines such as `title = "A title"`, then another line `+++`; `metodbank new practice <id>` writes it for you
 }
F002 = the front matter is YAML between lines of `---`; it has to be TOML between lines of `+++`
    .label = a line `+++` belongs here
    .hint = replace both lines `---` by `+++`, colons by `=`, and put texts in quotes: in place of `title: Reading` write `title = "Reading"`
F003 = { $reason ->
    [comma] a decimal number is written with a comma
    [cyrillic] the word before `=` is not in Latin letters
    [duplicate] the key is written twice
    [colon] a colon stands in place of `=`
    [no-value] nothing stands after `=`
    [inner-quotes] the quoted text has more of the same quotes inside
    [quote] a text is not closed by a quote, or not quoted at all
    [bracket] the brackets do not match
    [depth] the brackets are nested too deep
   *[other] the line cannot be read: { $message }
 }
    .label = { $reason ->
    [comma] here
    [cyrillic] other letters
    [duplicate] the second time
    [colon] `=` belongs here
    [no-value] a value belongs here
    [inner-quotes] the text broke off here
    [quote] check the quotes
    [bracket] a bracket was opened here or above
    [depth] too deep
   *[other] here
 }
    .hint = { $reason ->
    [comma] write 12.5: TOML has a decimal point
    [cyrillic] keys are English words: `year = 2025`, `topics = ["mentoring"]`, `title = "A title"`
    [duplicate] keep one of the two lines
    [colon] write an equals sign: `year = 2025` in place of `year: 2025`
    [no-value] write a value, or remove the whole line
    [inner-quotes] use other quotes inside: `title = "The project «Reading»"`
    [quote] put the whole text into one pair of straight quotes: `title = "A title"`; inside use other quotes
    [bracket] close every bracket: `["one", "two"]`, `[table]`, `[[row]]`, and check the commas between the parts
    [depth] remove the spare brackets: a list needs one pair, `topics = ["mentoring"]`
   *[other] compare: `key = "text"`, `key = 12`, `key = ["one", "two"]`, `key = 2025-02-10`
 }
F004 = the key `{ $key }` is not known here
    .label = no such key
    .hint = correct or remove the line; known here: { $known }
F005 = the required key `{ $key }` is missing
    .label = missing here
    .hint = { $key ->
    [title] add a line `title = "A title"`
    [summary] add a line `summary = "The main thing in a sentence or two"`
    [short] add a line `short = "A short name"`
    [base_url] add a line `base_url = "https://metod.example.org/"`, the future site's address
    [operator] add a section: a line `[operator]`, and under it `name = "The authority's full name"`
    [organisation] add a line `organisation = "school-1"`, an id of data/organisations.toml
    [form] add a line `form = "workshop"`, an id of `[[form]]` in data/vocabulary.toml
    [status] add a line `status = "…"`: draft, review, approved or archived for a practice, in-force or superseded for a document
    [id] add a line `id = "…"`, a permanent name in lower-case Latin letters, such as `id = "school-1"`
    [date] add a line `date = 2025-02-10`: year-month-day, no quotes
    [collected] add a line `collected = 2024-12-20`, the day on which the values were collected
    [deadline] add a line `deadline = 2025-06-01`
    [year] add a line `year = 2025`
    [period] add a line `period = 2024`, the year in question
    [from] add `from`: in a programme the first year (`from = 2021`), in a consent the first day (`from = 2025-02-10`)
    [to] add `to`: in a programme the last year (`to = 2024`), in a recommendation the addressee (`to = {"{"} audience = "young" {"}"}`)
    [by] add the year by which it is to be reached: `{"{"} by = 2024, at_least = 70 {"}"}`
    [before] add a line `before = 2023`, the year before the measures
    [after] add a line `after = 2024`, the year after the measures
    [measure] add a line `measure = "share"`; also count, presence or score
    [better] add a line `better = "higher"`; also lower or none
    [of] add a line `of = "…"`: of what it is a share, such as `of = "all teachers"`
    [counted] add a line `counted = "…"`: who or what is counted, such as `counted = "teachers who took the test"`
    [unit] add a line `unit = "…"`, such as `unit = "programmes"`
    [staff] add a line `staff = 42`, the number of teachers
    [value] add the value: `{"{"} value = [5, 8], note = "…" {"}"}`
    [singular] add a line `singular = "…"`: what one entry is called, such as `singular = "Internship site"`
    [entry] add at least one entry: a line `[[entry]]`, and under it `id`, `title` and `summary`
    [indicators] add a line `indicators = ["…"]` with at least one id
    [practices] add a line `practices = ["…"]` with at least one id: a recommendation has to offer something
    [covers] add a line `covers = ["name"]`: what the consent is for: name, photo, contact
    [until] add a line `until = 2028-02-10`, the last day of the consent
    [why] add a line `why = "…"`: why it may be published, for example `why = "the school's telephone"`
    [people] add a line `people = ["p-12"]`: who can be recognised on the picture
   *[other] add a line `{ $key } = …` after the example of a like file or of the row beside it
 }
F006 = `{ $key }` needs { $expected ->
    [text] a text
    [texts] a list
    [tables] a list of rows
    [table] a section with keys
    [bool] yes or no
    [date] a date
    [number] a number
    [count] a whole number
    [year] a year
    [years] a list of years
    [months] a list of months
    [pair] two numbers, from and to
    [url] the whole address of the site
    [address] the whole address of a page
    [addressee] exactly one addressee
   *[other] a value of another kind
 }, and { $expected ->
    [url] it is written otherwise
    [address] it is written otherwise
    [addressee] there are several or none
   *[other] here is { $found ->
        [text] a text
        [number] a number
        [bool] true or false
        [date] a date
        [list] a list
        [table] a section with keys
       *[other] something else
     }
 }
    .hint = { $expected ->
    [text] write it in straight quotes: `{ $key } = "text"`
    [texts] write it in square brackets, every word in its own quotes: `{ $key } = ["first", "second"]`
    [tables] begin every row with a line `[[{ $key }]]` and write its keys below, one a line
    [table] begin the section with a line `[{ $key }]` and write its keys below, one a line
    [bool] write `{ $key } = true` or `{ $key } = false`, no quotes
    [date] write year-month-day without quotes: `{ $key } = 2025-02-10`
    [number] write the number without quotes and with a decimal point: `{ $key } = 12.5`
    [count] write a whole number without quotes: `{ $key } = 12`
    [year] write the year as four digits without quotes: `{ $key } = 2025`; for a school year give the year in which it ended
    [years] write years with commas between them: `{ $key } = [2022, 2023, 2024]`
    [months] write numbers of months with commas between them: `{ $key } = [5, 12]`
    [pair] write the lower and the upper bound: `{ $key } = [40, 60]`
    [url] write the address with https:// in front, without spaces, “?” and “#”: `{ $key } = "https://metod.example.org/"`
    [address] copy it from the browser, from https:// to its end: `{ $key } = "https://school.example.org/courses"`
    [addressee] write one of three: `to = {"{"} audience = "young" {"}"}`, `to = {"{"} association = "mo-math" {"}"}` or `to = {"{"} organisations = ["school-1"] {"}"}`
   *[other] compare with a like row
 }
F007 = the word “{ $word }” is not known here
    .label = not in the list
    .hint = write one of: { $known }
F008 = “{ $id }” cannot be the address of a page
    .label = cannot be an id
    .hint = use lower-case Latin letters, digits and single hyphens, at most { $most } characters, such as `reading-pairs` (the address of a text is its file's name without .md)
F009 = the id “{ $id }” is taken
    .label = the second time
    .see = the first time
    .hint = { $list ->
    [aliases] take it out of `aliases`: one name cannot lead to two pages
   *[other] give one of the two another id; rename the file if it is a text
 }
F010 = { $expected ->
    [date] `{ $key }` needs one day of the calendar, without a time
   *[other] `{ $key }` holds a date and needs another value
 }
    .label = not a day of the calendar
    .hint = { $expected ->
    [date] write year-month-day: `{ $key } = 2025-02-10`
   *[other] if it is a text, put it in quotes: `{ $key } = "…"`
 }
F011 = the number in `{ $key }` will not do
    .label = { $expected ->
    [count] a whole number from 0 to 4 thousand million is needed
    [year] a year from 1990 to 2100 is needed
    [years] 1 to 10 years are needed
    [month] a month from 1 to 12 is needed
    [later] the last year is before the first
    [groups] 2 to 5 groups are needed
   *[other] an ordinary number is needed, at most 10¹²
 }
    .see = the first year
    .hint = { $expected ->
    [count] write, for example, `{ $key } = 12`
    [year] write the year as four digits: `{ $key } = 2025`
    [years] write over how many years the change is judged: `{ $key } = 3`
    [month] write numbers of months: `{ $key } = [5, 12]`
    [later] exchange the years, or correct the slip
    [groups] write `groups = 3`, or leave the line out: the program will choose the number
   *[other] write an ordinary number in digits, such as 12.5{ $key ->
        [value] ; if there is no value, write `"not-reported"`
       *[other] {""}
     }
 }
F012 = { $problem ->
    [empty] the text of `{ $key }` is empty
    [stray] the text of `{ $key }` holds an invisible or control character
   *[long] the text of `{ $key }` is longer than { $most } characters
 }
    .hint = { $problem ->
    [stray] remove escapes such as `\u0001` or `\u202e` from the text
    [empty] write something between the quotes, or remove the line if the key is not required
   *[long] shorten it, and move the details to the text itself
 }
F013 = the key has too many dots: the limit is { $most }
    .label = on this line
    .hint = write it simpler, as in `organisation.school-1 = [5, 8]`
F014 = “{ $item }” stands in the list twice
    .label = the second time
    .see = the first time
    .hint = keep one of the two

## L · links

L001 = there is no { $kind ->
    [indicator] indicator
    [practice] practice
    [document] document
    [report] report or protocol
    [recommendation] recommendation
    [organisation] organisation
    [programme] programme
    [goal] goal
    [measure] measure
    [decision] decision
    [proof] document or report
    [kind] kind of organisations
    [subject] subject
    [level] level of education
    [audience] audience
    [form] form
    [topic] topic
    [association] association
    [register] register
    [page] page
    [person] person
    [term] term
   *[other] row
 } with the id “{ $id }”
    .label = the id refers to nothing
    .hint = { $kind ->
    [indicator] take an id of the programme's `indicators.toml`, or add the indicator there
    [practice] take an id (a file's name without .md) of the folder `content/practices`, or add the practice there
    [document] take an id (a file's name without .md) of the folder `content/documents`, or add the document there
    [report] take an id (a file's name without .md) of the folder `content/reports`, or add the report there
    [recommendation] take an id (a file's name without .md) of the folder `content/recommendations`, or add the recommendation there
    [page] take an id (a file's name without .md) of the folder `content/pages`, or add the page there
    [proof] take an id (a file's name without .md) of the folders `content/documents` and `content/reports`
    [organisation] take an id of `data/organisations.toml`, or add the organisation there
    [programme] take an id: the name of a folder in `data/programmes`
    [register] take an id: the name of a file in `data/registers`, without .toml
    [person] take an id of `[[person]]` in `data/consents.toml`, or add the person there
    [goal] take an id of `[[goal]]` in `programme.toml`
    [measure] take an id of `[[measure]]` in `actions.toml`
    [decision] take an id of `[[decision]]` in `actions.toml`
   *[vocabulary] take an id of `[[{ $kind }]]` in `data/vocabulary.toml`, or add it there
 }
L002 = the link “{ $address }” leads nowhere
    .label = there is no such file beside the text
    .hint = put the file into the text's folder, beside `index.md`, and write its name alone: `[plan](plan.docx)`; a link to something of the site looks like `[practice](practice:reading-pairs)`
L003 = the page has no place “#{ $anchor }”
    .label = no such heading
    .hint = { $known ->
    [none] that page has no headings: remove everything from “#” on
   *[other] take one of: { $known }
 }
L004 = the link “{ $address }” leads out of this text's folder
    .label = outside the materials
    .hint = put the file beside the text and write its name alone, without “..” and a leading “/”: `[plan](plan.docx)`
L005 = the link leads to “{ $id }”, which is not published
    .label = readers will not see it
    .hint = remove the link, or publish the practice: `status = "approved"`

## G · glossary

G001 = the word “{ $form }” belongs to two terms: “{ $other }” and “{ $id }”
    .label = the same word again
    .see = the first time
    .hint = leave it to one of the terms; if both mean the same, make one entry of the two

## M · texts

M001 = the address “{ $address }” is not allowed: such a link may start a stranger's program
    .label = such links are not published
    .hint = begin the address with one of: { $allowed }; an ordinary link is `[text](https://edu.gov.ru/)`
M002 = the HTML “{ $html }” will be shown to readers as it is
    .label = shown as letters
    .hint = remove it, or write it otherwise: `**bold**`, `*italic*`, an empty line for a new paragraph
M003 = the link may mislead: it really leads to “{ $host }”
    .label = check the address
    .hint = if the site is right, write its address plainly, without “@” and look-alike letters; if not, remove the link
M004 = { $limit ->
    [depth] lists and quotations are nested too deep
   *[other] the text has too many parts: footnotes, links or cells
 }
    .label = the limit is here
    .hint = { $limit ->
    [depth] remove levels: two or three are enough for a reader
   *[other] split the text into several files and link them
 }
M005 = the picture would be loaded from another site
    .label = a foreign address
    .hint = download it, put it into the text's folder beside `index.md`, and write the file's name: `![What it shows](picture.png)`; its author must have allowed that
M006 = the picture has no description
    .label = the description is empty
    .hint = say in the square brackets what it shows, for those who do not see it: `![A sheet with wide margins](sheet.png)`
M007 = nothing can be drawn by this block `{ $language }`
    .label = in this block
    .hint = { $language ->
    [table] name both indicators and years: `indicators = ["young-support"]`, `periods = [2022, 2023]`
    [chart] name an indicator: `indicator = "young-support"`
   *[other] name a year and a kind: `period = 2024`, `kind = "problem"`
 }
M008 = the formula “={ $formula }” is not understood
    .label = an indicator, a year and perhaps a part of the value are needed
    .hint = write `=young-support 2024`, or more: `=young-support 2024 school-3 .percent`; the parts are .percent, .numerator, .denominator, .target, .gap, .people, .change, .status; a person of the register of consents is `=person p-12`
M009 = { $indicator ->
    [findings] no values were collected for { $period }, so there are no findings
   *[other] the data hold no value of “{ $indicator }” for { $period }
 }
    .label = no value
    .hint = add the value to `values/{ $period }.toml`, or take a year that has one

## I · pictures

I001 = the picture is too large: { $width } × { $height } points, at most { $most } million are allowed
    .hint = make it smaller in any program for photographs: the site shows no picture wider than 1600 points
I002 = the picture cannot be read: the file is damaged or cut short
    .hint = open the file in a program for photographs and save it anew; if that cannot open it either, take the original shot
I003 = an author's SVG is not published: such a drawing may hold programs
    .hint = save the drawing as PNG: “File → Export” in the program in which it was drawn
I004 = the file “{ $name }” cannot be shown as a picture
    .label = it is no jpg, png, webp or gif
    .hint = to let readers download the file make a link, without the exclamation mark: `[lesson plan](plan.docx)`

## V · values and periods

V001 = the numerator is over the denominator: { $n } of { $of }
    .label = the part is over the whole
    .hint = the part comes first, then the whole: 5 of 8 is `[5, 8]`
V002 = the value is not written as this indicator needs it
    .label = { $measure ->
    [share] a share is needed: [part, whole]
    [count] a count is needed: one number
    [presence] presence is needed: "yes", "partly" or "no"
    [score] a score is needed: one number
   *[other] a value of another kind
 }
    .hint = { $measure ->
    [share] write how many of how many: `[5, 8]`; the program computes the per cent
    [count] write a number, 0 or more: `12`
    [presence] write `"yes"`, `"partly"` or `"no"`
    [score] write a number, 0 or more, with a decimal point: `4.2`
   *[other] compare with the lines beside it
 }; if nothing was reported, write `"not-reported"`
V003 = { $problem ->
    [none] the target does not say what is to be reached
    [several] the target names several bounds at once
    [reversed] the lower bound is over the upper one
    [shape] such a target does not suit the indicator's measure
    [negative] the target is below zero
    [over-whole] the target is over 100 per cent
    [direction] the target points the wrong way
    [years] the target's year is outside the programme
   *[other] the target cannot be met
 }
    .label = { $problem ->
    [direction] against the key `better`
    [years] see `from` and `to` in programme.toml
   *[other] the target
 }
    .hint = { $problem ->
    [none] add a bound: `{"{"} by = 2024, at_least = 70 {"}"}` is at least 70 by 2024
    [several] keep one of `at_least`, `at_most`, `equal` and `between`
    [reversed] write the smaller number first: `between = [40, 60]`
    [shape] for presence write `present = true`, for the others a number: `at_least = 70`
    [negative] write 0 or more
    [over-whole] write per cent from 0 to 100: `at_least = 70`
    [direction] with `better = "higher"` write `at_least`, with `better = "lower"` write `at_most`
    [years] correct the year in `by`, or the programme's years
   *[other] correct the number or the bound
 }
V004 = the value was corrected, and nobody says why
    .label = no note
    .hint = add a note: `{"{"} value = [6, 8], status = "corrected", note = "checked against the order" {"}"}`
V005 = the values were collected on { $collected }, after the site's day, { $today }
    .label = this day is yet to come
    .hint = correct this date, or the site's: the key `date` of site.toml
V006 = { $measure ->
    [share] { $total_n } of { $total_of }
   *[other] { $total_n }
 } { $by ->
    [organisation] for the district is not the sum of its organisations
    [subject] for the district is not the sum of the subjects
    [kind] for the district is not the sum of the kinds of organisations
    [organisation-of-kind] for a kind is not the sum of its organisations
    [subject-of-organisation] for an organisation is not the sum of its subjects
   *[other] for a subject is not the sum of the organisations
 }: { $measure ->
    [share] { $sum_n } of { $sum_of }
   *[other] { $sum_n }
 }
    .label = { $relation ->
    [less] not all have reported, and the sum is already larger
   *[other] the sum differs
 }
    .hint = correct the number, or remove the line `total` (the program adds up), or explain the difference: `note = "…"` of the indicator in this year, or of one value `{"{"} value = …, note = "…" {"}"}`
V007 = { $breakdown ->
    [organisation] the passport of the indicator knows no values by organisation
    [subject] the passport of the indicator knows no values by subject
   *[other] the passport of the indicator knows no values by “{ $breakdown }”
 }
    .label = not declared
    .hint = add a line `breakdown = ["{ $breakdown }"]` to the passport, or remove these values
V008 = the file's name “{ $period }” is not a year of the programme
    .hint = name the file by its year, such as `2024.toml`; the programme runs from { $from } to { $to }, and five years before it may serve for comparison
V009 = the baseline's year { $period } has no value
    .label = nothing to compare with
    .hint = add the value to `values/{ $period }.toml`, or correct the year in `baseline`
V010 = people counted: { $of }, more than the organisation has: { $staff }
    .label = more than the staff
    .hint = correct the number here, or `staff` in data/organisations.toml; if all is right, explain it: `{"{"} value = [5, 9], note = "with part-timers" {"}"}`
V011 = values for { $period } were collected on { $collected }, before the year began
    .label = the year has not begun
    .hint = check the name of the file and the date `collected`; if this is a plan or a forecast, explain it: `note = "…"` at the top of the file
V012 = { $measure ->
    [share] { $now_n } of { $now_of }, and in { $period } it was { $was_n } of { $was_of }
   *[other] { $now_n }, and in { $period } it was { $was_n }
 }: three times as much, or a third
    .label = a leap
    .hint = correct the slip; if all is right, explain the leap to the reader: `{"{"} value = …, note = "a second building was opened" {"}"}`
V013 = counted among { $now }, and in { $period } among { $was }: changed by half or more
    .label = another denominator
    .hint = check that the same people were counted; if the way of counting changed, explain it: `{"{"} value = …, note = "now with part-timers" {"}"}`
V014 = all organisations that reported ({ $n }) have exactly 100 %
    .label = every single one
    .hint = check that the numerator was not copied from the denominator; if all is right, explain it: `note = "…"` of the indicator in this year
V015 = the value for { $period } is still provisional
    .label = more than a year has passed
    .hint = make the number final and remove `status = "provisional"`; if there will be no final one, explain it: `note = "…"`
V016 = it is said to be there, and nothing is named that proves it
    .label = no proof
    .hint = name a document or a report of the site: `{"{"} value = "yes", proof = "order-12" {"}"}`; if there is none, explain it: `note = "…"`
V030 = the value “{ $value }” is hidden from readers: the text will say “hidden” instead of a number
    .label = a small group may give a person away
    .hint = say it without the number, or give that of a wider group; if there is nothing to hide, write `disclosure = "open"` in the indicator's passport, with the reason: `disclosure_reason = "…"`

## C · the management cycle

C001 = the goal “{ $id }” has no indicator
    .label = nothing measures it
    .hint = add an indicator with the line `goal = "{ $id }"` to indicators.toml, or explain: `without_indicator = "why there is none"`
C002 = the indicator “{ $id }” has no values for the latest year, { $period }
    .label = collected for other years
    .hint = add a section `[{ $id }]` to `values/{ $period }.toml`; if nothing was reported, write `total = "not-reported"`
C003 = no recommendation answers the district's problem of { $period } with “{ $id }”
    .label = a problem without an answer
    .hint = write a recommendation: a file in `content/recommendations` with `indicators = ["{ $id }"]` and `practices = ["…"]`
C004 = { $later ->
    [today] { $earlier ->
        [effect] an analysis of effectiveness
        [event] an event of the monitoring
       *[other] a measure
     } is dated { $since }, and the site's day is { $date }: it has not happened yet
   *[other] { $later ->
        [report] a report
        [recommendation] a recommendation
        [measure] a measure
        [decision] a decision
        [deadline] a deadline
        [until] the end of an entry
       *[effect] an analysis of effectiveness
     } of { $date } comes before { $earlier ->
        [monitoring] the values were collected
        [recommendation] the recommendation it carries out
        [basis] the report it rests on
        [decision] its order
        [from] its beginning
       *[measure] the measure it judges
     }: { $since }
 }
    .label = { $later ->
    [today] a date in the future
    [until] before its beginning
   *[other] before its cause
 }
    .see = may not be before this
    .hint = { $later ->
    [today] correct the date; what is only planned is not written here
    [until] check both dates: `from` is its first day, `until` its last
   *[other] check both dates: monitoring → report → recommendations → measures → analysis of effectiveness
 }
C005 = the recommendation “{ $id }” answers no finding
    .label = no grounds found
    .hint = check `indicators` and `to`: for { $period } these addressees show no problem with these indicators
C006 = the measure “{ $id }” is tied to nothing
    .label = what was it for?
    .hint = add a goal (`goal = "…"`) or the recommendations it carries out (`recommendations = ["…"]`)
C007 = the practice “{ $id }” was to be reviewed by { $date }
    .label = the date has passed
    .hint = read the practice again and set a new date, or archive it: `status = "archived"`
C008 = the practice “{ $id }” is dated in the future: { $year }
    .label = this year is yet to come
    .hint = check the year; if it is right, the warning ends when the year comes
C009 = the document “{ $id }”, on which the programme rests, is no longer in force
    .label = superseded
    .hint = name a document in force here, or correct the `status` of the old one
C010 = no practice of the bank helps the indicator “{ $id }”
    .label = no help in the bank
    .hint = add `improves = ["{ $id }"]` to a practice that fits, or write a new one
C011 = { $problem ->
    [order] the year after ({ $period }) is not later than the year before
   *[other] the indicator has no value for { $period }: nothing to compare
 }
    .label = { $problem ->
    [order] the year after
   *[other] no value
 }
    .see = the year before
    .hint = { $problem ->
    [order] put the earlier year into `before` and the later one into `after`
   *[other] add the value to `values/{ $period }.toml`, or take another year
 }
C012 = the page will not show the practice “{ $id }”: it is in the archive
    .label = archived
    .hint = take the practice out of here, or put its `status = "approved"` back
C013 = a change on a day yet to come: { $date }, and today is { $today }
    .label = this day is yet to come
    .hint = correct this date, or the site's: the key `date` of site.toml
C014 = { $problem ->
    [both] a goal states a problem, and also a reason why there is none
   *[none] the goal “{ $id }” states neither a problem nor a reason why there is none
 }
    .label = { $problem ->
        [both] needless where a problem is stated
       *[none] what is it for?
     }
    .hint = { $problem ->
        [both] keep one of the two: `problem` with `basis`, or `without_problem`
       *[none] write `problem` and `basis` (the district's problem and where it is stated); if the document states none, `without_problem = "…"` here, or once for all goals at the top of the file
     }
C015 = the goal “{ $id }” is a part of itself: { $circle }
    .label = from here one comes back to it
    .hint = keep `part_of` in the parts, and remove it from the widest goal
C016 = { $problem ->
    [overlap] a phase begins before the one above it ends
   *[outside] a phase lies outside the programme's years, { $from }–{ $to }
 }
    .label = { $problem ->
        [overlap] two phases share years
       *[outside] outside the programme
     }
    .see = the phase above
    .hint = { $problem ->
        [overlap] put the phases in order and check `from` and `to`
       *[outside] correct `from` and `to` of the phase, or the years of the programme at the top of the file
     }

## K · clusters of organisations

K001 = { $problem ->
    [breakdown] the indicator is not collected by organisation, so it cannot liken them
    [measure] the indicator says “there” and “not there”, which are no numbers to liken by
    [base] the indicator has no denominator that counts teachers
   *[settlement] no organisation stands in this settlement
 }
    .label = tells nobody apart
    .hint = { $problem ->
    [breakdown] take an indicator with `breakdown = ["organisation"]` in its passport
    [measure] take an indicator with `measure = "share"`, `"count"` or `"score"`
    [base] after `base:` an indicator with `measure = "share"` that counts people is needed (no `people = false`)
   *[settlement] write it as `settlement` of `data/organisations.toml` does
 }

## A · permanent addresses

A001 = there is no page at { $address } any more, and the address was published
    .label = nothing stands there now
    .see = it is there, and not published
    .hint = { $cause ->
    [hidden] the practice is a draft or under review: put `status = "approved"` back, or write `status = "archived"`
    [no-data] the program makes this page itself: bring back the data from which it came
    [renamed] if the page was renamed and is now { $new }, write `aliases = ["{ $id }"]` where it is described
   *[no-name] bring the page back; if it was renamed, write `aliases = ["{ $id }"]` where it is described now
 }; if it is gone for good, add a section `[[withdrawn]]` here with the reason
A002 = the address { $address } was withdrawn, and the page “{ $title }” stands there
    .label = there is a page
    .hint = remove this section `[[withdrawn]]`, or the page
A003 = { $problem ->
    [nowhere] there is no page at { $address }
   *[other] “{ $address }” is not the address of a page of the site
 }
    .label = { $problem ->
    [nowhere] leads nowhere
   *[other] an address looks otherwise
 }
    .hint = write the address from the site's root, as a browser shows it: `practices/reading-pairs.html`
A004 = the register of addresses lacks new pages ({ $n }), the first is { $first }
    .hint = run `metodbank register`: then no page can vanish unnoticed

## H · dates from git

H001 = { $reason ->
    [no-git] the dates of changes are not to be had: there is no git on this computer
    [shallow] the dates of changes are not to be had: this copy of git's history holds the last commits only
    [broken] the dates of changes are not to be had: git does not answer; it was stopped, may not read the repository, or the repository is damaged
    [no-texts] the dates of changes are not to be had: git's history holds no text of this folder
   *[other] the dates of changes are not to be had: the project stands in no git repository, or in one without commits
 }
    .label = asked of git here
    .hint = { $reason ->
    [no-git] install git
    [shallow] fetch the whole history: `git fetch --unshallow`
    [broken] run `git log` in this folder and see what it says
    [no-texts] commit the folder; if `content` is a repository of its own (a submodule), make it a plain folder
   *[other] build the site where the repository is
 }, or write `dates = "front-matter"`; until then the dates are those that the texts say
## P · people

P001 = the consent of “{ $person }” lives until { $date } inclusive; days left: { $days }
    .label = then all that it covers leaves the site
    .hint = get a new consent and add it as one more `[[person.consent]]`; if it need not be renewed, do nothing: from the first day without consent the role stands in place of the name
P002 = the consent ends on { $until }, before it begins: { $from }
    .label = the last day
    .see = the first day
    .hint = compare both days with the signed consent: `from` is the first, `until` the last
P003 = the { $said ->
    [contact] contact
   *[name] name
 } of “{ $person }” of the register of consents is written here
    .label = it would stay on the site after the consent is revoked
    .hint = { $said ->
    [contact] in a text write `=person { $person } .contact` (in back-ticks): the site shows the contact while the consent lives; if it is an organisation's, add to data/consents.toml an `[[allowed]]` with `text = "{ $text }"` and `why = "…"`
   *[name] in a text write `=person { $person }` (in back-ticks): the site puts the name there while the consent lives, else the role; write an author of a practice as `{"{"} role = "mathematics teacher", person = "{ $person }" {"}"}`; in other settings and data write the role
 }
P004 = { $said ->
    [part] this may be the name of “{ $person }” of the register of consents: “{ $text }”
   *[name] the surname of “{ $person }” of the register of consents stands here: “{ $text }”
 }
    .label = it would stay on the site after the consent is revoked
    .hint = if it is that person, remove it: in a text write `=person { $person }` (in back-ticks), and rename the file; if it is somebody else or a street, add to data/consents.toml an `[[allowed]]` with `text = "{ $text }"` and `why = "…"`
P005 = a personal insurance number (СНИЛС): { $text }
    .label = personal data
    .hint = remove the number: no consent lets it stand on a site. If the file is already in the history or on the site, tell the person responsible for personal data
P006 = series and number of a passport: { $text }
    .label = personal data
    .hint = remove the number: no consent lets it stand on a site. If the file is already in the history or on the site, tell the person responsible for personal data
P007 = a telephone number: { $text }
    .label = whose is it?
    .hint = remove a private number, or get a consent and write `=person id .contact`; if it is an organisation's, add to data/consents.toml an `[[allowed]]` with `text = "{ $text }"` and `why = "the school's telephone"`
P008 = a private e-mail address: { $text }
    .label = a person's letter box, not an organisation's
    .hint = give the organisation's address, or get a consent and write `=person id .contact`; if an organisation works with it, add to data/consents.toml an `[[allowed]]` with `text = "{ $text }"` and `why = "the school's address"`
P009 = a date of birth: { $text }
    .label = personal data
    .hint = remove the date; if it is a well-known person's, add to data/consents.toml an `[[allowed]]` with `text = "{ $text }"` and `why = "a writer"`
P010 = a pupil is named by surname and class: { $text }
    .label = so a child is easily recognised
    .hint = write it without the surname; if it is a character of a book, add to data/consents.toml an `[[allowed]]` with `text = "{ $text }"` and `why = "a character"`
P011 = the sign-off “{ $text }” lets nothing pass: { $reason ->
    [final] this cannot be signed off
   *[gone] no such text is there
 }
    .label = { $reason ->
    [final] it is an error, not a warning
   *[gone] this text is gone
 }
    .hint = { $reason ->
    [final] remove the `[[allowed]]`, and the text from where the error points
   *[gone] remove the `[[allowed]]`, or repeat in `text` what the warning shows, letter by letter
 }
P012 = the name “{ $name }” is out of order: the surname must come first
    .label = the first word is not a surname
    .hint = write surname, first name, patronymic: by the surname the guard looks for the person in texts and names of files
P013 = the `id` of “{ $person }” tells the surname
    .label = stays after the consent is revoked
    .hint = give an `id` without a name, such as `id = "p-12"`, and replace it in all texts: the `id` stands in the receipt of the build and in addresses

## T · the theme

T001 = the template cannot be used: { $message }
    .hint = restore the file from themes/default, or remove yours: then the built-in one serves
T002 = the words of the theme (its folder locales) cannot be used: { $error }
    .hint = compare with the file in themes/default/locales: one line is `key = words`

## O · the output

O001 = { $reason ->
    [root] the site cannot be written into the project's own folder: it would replace the sources
    [inside-sources] the site cannot be written among the materials: next time it would read itself
    [contains-project] the site cannot be written into a folder that holds the project
    [symlink] the site's folder is a pointer to another place of the disk (a symbolic link)
    [system] this is a folder of the system or your home: writing a site here is dangerous
   *[other] the site cannot safely be written into this folder
 }
    .hint = choose a folder of its own, such as `--out public`
O002 = a file that is not ours stands where a page belongs
    .hint = move it elsewhere: the program touches nothing that it did not write
O003 = the site was not written: { $error ->
    [not-found] the folder or file is not there
    [permission-denied] permission denied
    [read-only] the disk can only be read
    [no-space] the disk is full
    [quota] the disk quota is used up
    [too-large] the file is larger than the disk allows
    [exists] something stands there already
    [not-a-folder] a file stands where a folder should be
    [is-a-folder] a folder stands where a file should be
    [not-a-file] something else stands where a file should be
    [not-empty] the folder is not empty
    [busy] another program holds the file
    [other-device] another disk is mounted inside the site's folder
    [bad-path] such a name is impossible here
    [unsupported] this disk cannot do what is needed
    [locked] another program is building the site
   *[other] the system reported an error of the disk
 }
    .hint = { $error ->
    [permission-denied] give yourself the right to write into this folder, or choose another: `--out public`
    [no-space] free some space and try again
    [quota] free some space and try again
    [locked] wait until it is done, and try again
    [busy] close the program that has the file open, and try again
   *[other] choose another folder (`--out public`) and try again
 }; the last site is intact
O004 = { $whose ->
    [alias] the earlier name is taken: the page “{ $one }” stands at { $address }
   *[both] the pages “{ $one }” and “{ $other }” have one address: { $address }
 }
    .label = { $whose ->
    [alias] this name
   *[both] this file
 }
    .see = and this record
    .hint = { $whose ->
    [alias] take it out of `aliases`: two pages cannot stand at one address
   *[both] rename the file of one of them
 }
O005 = files that are not ours were kept in the site's folder ({ $count }): { $list }
    .hint = remove them yourself if they are not needed: visitors see them, and the program removes only what it wrote
O006 = { $edition ->
    [internal] the internal edition was not written: this folder holds the site for everybody
   *[public] the site for everybody was not written: this folder holds the internal edition
 }
    .hint = { $edition ->
    [internal] choose another folder; without `--out` the internal edition goes to `internal`
   *[public] choose another folder; without `--out` the site for everybody goes to `public`
 }
