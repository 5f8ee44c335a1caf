# The words of the command line.

level-error = error
level-warning = warning
level-hint = what to do
did-you-mean = did you mean “{ $word }”?
see-also = see also here
report-more = { $n ->
    [one] One more complaint is not shown
   *[other] { $n } more complaints are not shown
 }: correct these and check again.

## check, build

check-refused = The check failed: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }{ $warnings ->
    [0] {""}
    [one] , { $warnings } warning
   *[other] , { $warnings } warnings
 }. More about any code: metodbank explain CODE
check-passed = { $warnings ->
    [0] The check passed, no complaints.
    [one] The check passed without errors; { $warnings } warning.
   *[other] The check passed without errors; { $warnings } warnings.
 }
build-refused = The site was not built: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }{ $warnings ->
    [0] {""}
    [one] , { $warnings } warning
   *[other] , { $warnings } warnings
 }. The last site is as it was. More about any code: metodbank explain CODE

receipt-read = Read { $n ->
    [one] { $n } file
   *[other] { $n } files
 }: { $list }
receipt-pages = Pages: { $n }
receipt-written = Written: { $written }, unchanged: { $unchanged }, removed: { $removed }
receipt-gone = No longer there: { $list }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
 }
receipt-no-register = There is no register of addresses: nobody will notice when a page vanishes. `metodbank register` begins one
receipt-withdrawn = Not published: the { $category ->
    [name] name
    [photo] photo
   *[contact] contact
 } of { $person } ({ $role }), { $why ->
    [revoked] the consent was revoked
    [expired] the consent has expired
    [not-begun] the consent has not begun
    [other-address] the consent was given for another address
   *[not-given] there is no consent
 }. Pages: { $pages }
receipt-warnings = { $n ->
    [0] No complaints
    [one] { $n } warning
   *[other] { $n } warnings
 }
receipt-time = Time: { $seconds } s
receipt-internal = The internal edition: hidden values are shown too, do not publish it
receipt-out = Site: { $path }

record-practices = { $n ->
    [one] { $n } practice
   *[other] { $n } practices
 }
record-indicators = { $n ->
    [one] { $n } indicator
   *[other] { $n } indicators
 }
record-organisations = { $n ->
    [one] { $n } organisation
   *[other] { $n } organisations
 }
record-documents = { $n ->
    [one] { $n } document
   *[other] { $n } documents
 }
record-recommendations = { $n ->
    [one] { $n } recommendation
   *[other] { $n } recommendations
 }
record-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
 }
record-values = { $n ->
    [one] { $n } value
   *[other] { $n } values
 }

## serve

serve-listening = Preview: { $url } — the page follows every save
serve-rebuilt = Rebuilt in { $seconds } s
serve-refused = There are errors: the site is shown as it was
serve-port-busy = Port { $port } is taken by another program: close it or choose another, such as --port 4322
serve-nothing = There are errors and nothing to show yet: correct them, and the site will appear by itself
serve-failed = Port { $port } cannot be taken: { $error ->
    [PermissionDenied] the system does not allow ports below 1024, choose another, such as --port 4321
   *[other] the system says { $error }
 }
serve-stop = Stop: Ctrl+C

## explain, new

explain-unknown = There is no code “{ $code }”: a code stands in square brackets at the beginning of a complaint. For example: metodbank explain { $near }
new-bad-id = “{ $id }” cannot be an address: use lower-case Latin letters, digits and single hyphens, at most 60 characters, such as reading-pairs
new-written = Created { $path }. Open it and fill it in: every line is explained.
new-exists = { $path } is there already and was not touched. Choose another name.
new-failed = { $path } was not created: { $error ->
    [PermissionDenied] permission denied
    [ReadOnlyFilesystem] the disk can only be read
    [StorageFull] the disk is full
    [NotADirectory] a file stands where a folder should be
   *[other] the system says { $error }
 }

## register

register-written = { $added ->
    [0] No new addresses
    [one] { $added } address added
   *[other] { $added } addresses added
 }. In the register { $path } altogether: { $all }.
register-refused = The register of addresses was not touched: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
 }. Correct them and run the command again.
register-failed = The file { $path } was not written: { $error ->
    [PermissionDenied] no right to write there
    [ReadOnlyFilesystem] the disk is read-only
    [StorageFull] the disk is full
    [NotADirectory] a file stands where a folder belongs
   *[other] in the words of the system, { $error }
 }

## A wrong command

usage-wrong = The command is not understood: { $what }
usage-extra = The word “{ $what }” does not belong here.
usage-option = There is no option “{ $what }”.
usage-value = The option “{ $what }” has no value: write it after a space, such as --root site
usage-date = “{ $what }” is not a date: write year-month-day, such as --date 2025-02-10
usage-base-url = “{ $what }” is not the address of a site: write it whole, such as --base-url https://metod.example.org/
usage-edition = There is no edition “{ $what }”: write --edition public (for everybody) or internal (for the operator)
usage-format = There is no format “{ $what }”: write --format human (for people), short (one line a complaint) or json (for programs)
usage-port = “{ $what }” is not a port: write a number from 0 to 65535, such as --port 4321
usage-lang = There is no language “{ $what }”: write --lang ru or --lang en
usage-explain = Write the code to explain, such as: metodbank explain F003
usage-new = Write what to create and under which name, such as: metodbank new practice reading-pairs
usage-command = There is no command “{ $what }”.
usage-see-help = All commands and options: metodbank --help
