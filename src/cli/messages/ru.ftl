# Слова командной строки.

level-error = ошибка
level-warning = предупреждение
level-hint = что сделать
did-you-mean = возможно, вы имели в виду «{ $word }»
see-also = см. также здесь
report-more = Не показано ещё { $n ->
    [one] { $n } замечание
    [few] { $n } замечания
   *[other] { $n } замечаний
 }: исправьте эти и запустите проверку снова.

## check, build

check-refused = Проверка не пройдена: { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
 }{ $warnings ->
    [0] {""}
    [one] , { $warnings } предупреждение
    [few] , { $warnings } предупреждения
   *[other] , { $warnings } предупреждений
 }. Подробнее о любом коде: metodbank explain КОД
check-passed = { $warnings ->
    [0] Проверка пройдена, замечаний нет.
    [one] Проверка пройдена, ошибок нет; { $warnings } предупреждение.
    [few] Проверка пройдена, ошибок нет; { $warnings } предупреждения.
   *[other] Проверка пройдена, ошибок нет; { $warnings } предупреждений.
 }
build-refused = Сайт не собран: { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
 }{ $warnings ->
    [0] {""}
    [one] , { $warnings } предупреждение
    [few] , { $warnings } предупреждения
   *[other] , { $warnings } предупреждений
 }. Прежний сайт остался как был. Подробнее о любом коде: metodbank explain КОД

receipt-read = Прочитано: { $n ->
    [one] { $n } файл
    [few] { $n } файла
   *[other] { $n } файлов
 } — { $list }
receipt-pages = Страниц: { $n }
receipt-written = Записано: { $written }, без изменений: { $unchanged }, удалено: { $removed }
receipt-gone = Больше не открываются: { $list }{ $more ->
    [0] { "" }
   *[other] { " " }и ещё { $more }
 }
receipt-no-register = Реестра адресов нет: пропажу страницы никто не заметит. Завести его — `metodbank register`
receipt-withdrawn = Не опубликовано: { $category ->
    [name] имя
    [photo] фотография
   *[contact] контакт
 } — { $person } ({ $role }), { $why ->
    [revoked] согласие отозвано
    [expired] срок согласия истёк
    [not-begun] согласие ещё не действует
    [other-address] согласие дано для другого адреса
   *[not-given] согласия нет
 }. Страницы: { $pages }
receipt-warnings = { $n ->
    [0] Замечаний нет
    [one] { $n } предупреждение
    [few] { $n } предупреждения
   *[other] { $n } предупреждений
 }
receipt-time = Время: { $seconds } с
receipt-internal = Внутренняя редакция: показаны и скрытые значения, публиковать её нельзя
receipt-out = Сайт: { $path }

record-practices = { $n ->
    [one] { $n } практика
    [few] { $n } практики
   *[other] { $n } практик
 }
record-indicators = { $n ->
    [one] { $n } показатель
    [few] { $n } показателя
   *[other] { $n } показателей
 }
record-organisations = { $n ->
    [one] { $n } организация
    [few] { $n } организации
   *[other] { $n } организаций
 }
record-documents = { $n ->
    [one] { $n } документ
    [few] { $n } документа
   *[other] { $n } документов
 }
record-recommendations = { $n ->
    [one] { $n } рекомендация
    [few] { $n } рекомендации
   *[other] { $n } рекомендаций
 }
record-reports = { $n ->
    [one] { $n } справка
    [few] { $n } справки
   *[other] { $n } справок
 }
record-values = { $n ->
    [one] { $n } значение
    [few] { $n } значения
   *[other] { $n } значений
 }

## serve

serve-listening = Просмотр: { $url } — страница обновляется сама, когда вы сохраняете файл
serve-rebuilt = Обновлено за { $seconds } с
serve-refused = В материалах есть ошибки: показан прежний вид сайта
serve-port-busy = Порт { $port } занят другой программой: закройте её или выберите другой, например --port 4322
serve-nothing = В материалах есть ошибки, показать пока нечего: исправьте их, и сайт появится сам
serve-failed = Порт { $port } занять не удалось: { $error ->
    [PermissionDenied] система не разрешает занимать порты с номерами до 1024, выберите другой, например --port 4321
   *[other] слова системы — { $error }
 }
serve-stop = Остановить: Ctrl+C

## explain, new

explain-unknown = Кода «{ $code }» нет: код стоит в квадратных скобках в начале замечания. Например: metodbank explain { $near }
new-bad-id = «{ $id }» не может быть адресом: напишите строчные латинские буквы, цифры и одиночные дефисы, не длиннее 60 знаков, например reading-pairs
new-written = Создан файл { $path }. Откройте его и заполните: у каждой строки есть пояснение.
new-exists = Файл { $path } уже есть, он не тронут. Выберите другое имя.
new-failed = Файл { $path } не создан: { $error ->
    [PermissionDenied] нет права на запись
    [ReadOnlyFilesystem] диск доступен только для чтения
    [StorageFull] на диске нет места
    [NotADirectory] на месте папки лежит файл
   *[other] слова системы — { $error }
 }

## register

register-written = { $added ->
    [0] Новых адресов нет
    [one] Добавлен { $added } адрес
    [few] Добавлено { $added } адреса
   *[other] Добавлено { $added } адресов
 }. Всего в реестре { $path }: { $all }.
register-refused = Реестр адресов не тронут: { $errors ->
    [one] { $errors } ошибка
    [few] { $errors } ошибки
   *[other] { $errors } ошибок
 }. Исправьте их и запустите команду снова.
register-failed = Файл { $path } не записан: { $error ->
    [PermissionDenied] нет права на запись
    [ReadOnlyFilesystem] диск доступен только для чтения
    [StorageFull] на диске нет места
    [NotADirectory] на месте папки лежит файл
   *[other] слова системы — { $error }
 }

## Ошибки в самой команде

usage-wrong = Команда не понята. Слова программы разбора: { $what }
usage-extra = Слово «{ $what }» здесь лишнее.
usage-option = Параметра «{ $what }» нет.
usage-value = У параметра «{ $what }» нет значения: напишите его через пробел, например --root site
usage-date = «{ $what }» — не дата: напишите год-месяц-день, например --date 2025-02-10
usage-base-url = «{ $what }» — не адрес сайта: напишите его целиком, например --base-url https://metod.example.ru/
usage-edition = Редакции «{ $what }» нет: напишите --edition public (для всех) или internal (для оператора)
usage-format = Вида «{ $what }» нет: напишите --format human (для людей), short (по строке на замечание) или json (для программ)
usage-port = «{ $what }» — не номер порта: напишите число от 0 до 65535, например --port 4321
usage-lang = Языка «{ $what }» нет: напишите --lang ru или --lang en
usage-explain = Напишите код, который нужно объяснить, например: metodbank explain F003
usage-new = Напишите, что создать и под каким именем, например: metodbank new practice reading-pairs
usage-command = Команды «{ $what }» нет.
usage-see-help = Все команды и параметры: metodbank --help
