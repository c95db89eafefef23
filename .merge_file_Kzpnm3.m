# Spanish words of Plenaria.
msgid ""
msgstr ""
"Project-Id-Version: Plenaria\n"
"Report-Msgid-Bugs-To: \n"
"Language: es\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#, python-format
msgid "%(absent)s of them has no text there at all."
msgid_plural "%(absent)s of them have no text there at all."
msgstr[0] "%(absent)s de ellos no tiene allí ningún texto."
msgstr[1] "%(absent)s de ellos no tienen allí ningún texto."

#, python-format
msgid "%(by)s invites you to take part in the work of %(coalition)s."
msgstr "%(by)s le invita a participar en el trabajo de %(coalition)s."

#, python-format
msgid "%(coalition)s invites you to its work plan on Plenaria."
msgstr "%(coalition)s le invita a su plan de trabajo en Plenaria."

#, python-format
msgid "%(code)s begins before the plan does and ends after it."
msgstr "%(code)s empieza antes que el plan y termina después."

#, python-format
msgid "%(code)s begins before the plan does."
msgstr "%(code)s empieza antes que el plan."

#, python-format
msgid "%(code)s ends after the plan does."
msgstr "%(code)s termina después que el plan."

#, python-format
msgid "%(code)s has neither an indicator nor a milestone."
msgstr "%(code)s no tiene indicador ni hito."

#, python-format
msgid "%(code)s has no lead, while others of its level have one."
msgstr "%(code)s no tiene líder, y otros de su nivel sí."

#, python-format
msgid "%(code)s has no period."
msgstr "%(code)s no tiene período."

#, python-format
msgid "%(code)s is called “%(other)s” in another place of the document."
msgstr "%(code)s se llama «%(other)s» en otro lugar del documento."

#, python-format
msgid "%(code)s says “%(one)s” in one place and “%(other)s” in another."
msgstr "%(code)s dice «%(one)s» en un lugar y «%(other)s» en otro."

#, python-format
msgid "%(code)s: %(shares)s %% do not sum to 100 %%; read as a running level they would fit."
msgstr "%(code)s: %(shares)s %% no suman 100 %%; leídos como nivel alcanzado, sí encajarían."

#, python-format
msgid "%(code)s: %(shares)s %% is no rising level up to 100 %%; read as parts they would fit."
msgstr "%(code)s: %(shares)s %% no es un nivel que suba hasta 100 %%; leídos como partes, sí encajarían."

#, python-format
msgid "%(code)s: a programmed percentage lies outside 0 to 100: %(shares)s."
msgstr "%(code)s: un porcentaje programado está fuera de 0 a 100: %(shares)s."

#, python-format
msgid "%(code)s: the programmed level ends at %(total)s %%, not at 100 %%."
msgstr "%(code)s: el nivel programado termina en %(total)s %%, no en 100 %%."

#, python-format
msgid "%(code)s: the programmed level falls in the course of %(shares)s %%."
msgstr "%(code)s: el nivel programado baja en el curso de %(shares)s %%."

#, python-format
msgid "%(code)s: the programmed parts %(shares)s sum to %(total)s %%, not to 100 %%."
msgstr "%(code)s: las partes programadas %(shares)s suman %(total)s %%, no 100 %%."

#, python-format
msgid "%(count)s activity is cancelled."
msgid_plural "%(count)s activities are cancelled."
msgstr[0] "%(count)s actividad está cancelada."
msgstr[1] "%(count)s actividades están canceladas."

#, python-format
msgid "%(count)s activity is reported as completed."
msgid_plural "%(count)s activities are reported as completed."
msgstr[0] "%(count)s actividad se informó como completada."
msgstr[1] "%(count)s actividades se reportaron como completadas."

#, python-format
msgid "%(count)s activity is suspended."
msgid_plural "%(count)s activities are suspended."
msgstr[0] "%(count)s actividad está suspendida."
msgstr[1] "%(count)s actividades están suspendidas."

#, python-format
msgid "%(count)s further indicator stands with its line."
msgid_plural "%(count)s further indicators stand with their lines."
msgstr[0] "%(count)s indicador más figura con su línea."
msgstr[1] "%(count)s indicadores más figuran con sus líneas."

#, python-format
msgid "%(count)s of %(total)s"
msgstr "%(count)s de %(total)s"

#, python-format
msgid "%(count)s of %(total)s have an accepted value. Values of several parties are combined by the rule beside them."
msgstr "%(count)s de %(total)s tienen un valor aceptado. Los valores de varias partes se combinan según la regla que figura a su lado."

#, python-format
msgid "%(day)s. Nothing later was used."
msgstr "%(day)s. No se usó ningún dato posterior."

#, python-format
msgid "%(days)s day left."
msgid_plural "%(days)s days left."
msgstr[0] "Falta %(days)s día."
msgstr[1] "Faltan %(days)s días."

#, python-format
msgid "%(field)s (name)"
msgstr "%(field)s (nombre)"

#, python-format
msgid "%(field)s, in English"
msgstr "%(field)s, en inglés"

#, python-format
msgid "%(field)s, in Spanish"
msgstr "%(field)s, en español"

#, python-format
msgid "%(file)s cannot be written: %(problem)s"
msgstr "No se puede escribir %(file)s: %(problem)s"

#, python-format
msgid "%(first)s and %(second)s"
msgstr "%(first)s y %(second)s"

#. Translators: two statuses counted together, e.g. "In progress or not started".
#, python-format
msgid "%(first)s or %(second)s"
msgstr "%(first)s o %(second)s"

#, python-format
msgid "%(from)s to %(to)s"
msgstr "Del %(from)s al %(to)s"

#, python-format
msgctxt "two days"
msgid "%(from)s to %(to)s"
msgstr "%(from)s al %(to)s"

#, python-format
msgid "%(kind)s: %(name)s"
msgstr "%(kind)s: %(name)s"

#, python-format
msgid "%(late)s activity is late: its period is over and what was reported says that it goes on."
msgid_plural "%(late)s activities are late: their period is over and what was reported says that they go on."
msgstr[0] "%(late)s actividad va con retraso: su período terminó y lo reportado dice que continúa."
msgstr[1] "%(late)s actividades van con retraso: su período terminó y lo reportado dice que continúan."

#, python-format
msgid "%(late)s of them is late"
msgid_plural "%(late)s of them are late"
msgstr[0] "%(late)s de ellas está con retraso"
msgstr[1] "%(late)s de ellas están con retraso"

#, python-format
msgid "%(milestone)s (outside the dates of this timeline)"
msgstr "%(milestone)s (fuera de las fechas de este cronograma)"

#, python-format
msgid "%(n)s activity has no dates."
msgid_plural "%(n)s activities have no dates."
msgstr[0] "%(n)s actividad no tiene fechas."
msgstr[1] "%(n)s actividades no tienen fechas."

#, python-format
msgid "%(n)s activity has no percentages."
msgid_plural "%(n)s activities have no percentages."
msgstr[0] "%(n)s actividad no tiene porcentajes."
msgstr[1] "%(n)s actividades no tienen porcentajes."

#, python-format
msgid "%(n)s activity would be added"
msgid_plural "%(n)s activities would be added"
msgstr[0] "Se agregaría %(n)s actividad"
msgstr[1] "Se agregarían %(n)s actividades"

#, python-format
msgid "%(n)s activity."
msgid_plural "%(n)s activities."
msgstr[0] "%(n)s actividad."
msgstr[1] "%(n)s actividades."

#, python-format
msgid "%(n)s further note was settled by a rule or kept as printed: see the <a href=\"%(url)s\">annual report</a>."
msgid_plural "%(n)s further notes were settled by a rule or kept as printed: see the <a href=\"%(url)s\">annual report</a>."
msgstr[0] "%(n)s nota más se resolvió con una regla o se conservó como está impresa: véase el <a href=\"%(url)s\">informe anual</a>."
msgstr[1] "%(n)s notas más se resolvieron con una regla o se conservaron como están impresas: véase el <a href=\"%(url)s\">informe anual</a>."

#, python-format
msgid "%(n)s new party"
msgid_plural "%(n)s new parties"
msgstr[0] "%(n)s actor nuevo"
msgstr[1] "%(n)s actores nuevos"

#, python-format
msgid "%(n)s of %(m)s reported"
msgstr "%(n)s de %(m)s informaron"

#, python-format
msgid "%(n)s of %(total)s reported"
msgstr "informaron %(n)s de %(total)s"

#, python-format
msgid "%(n)s report"
msgid_plural "%(n)s reports"
msgstr[0] "%(n)s informe"
msgstr[1] "%(n)s informes"

#, python-format
msgid "%(n)s row has a doubt; it is kept as written and can be settled in the matrix."
msgid_plural "%(n)s rows have a doubt; they are kept as written and can be settled in the matrix."
msgstr[0] "%(n)s fila tiene una duda; se conserva como está escrita y se puede resolver en la matriz."
msgstr[1] "%(n)s filas tienen dudas; se conservan como están escritas y se pueden resolver en la matriz."

#, python-format
msgid "%(n)s warning stands at its row; it blocks nothing."
msgid_plural "%(n)s warnings stand at their rows; they block nothing."
msgstr[0] "%(n)s aviso está junto a su fila; no impide nada."
msgstr[1] "%(n)s avisos están junto a sus filas; no impiden nada."

#, python-format
msgid "%(n)s without heading"
msgstr "%(n)s sin encabezado"

#, python-format
msgid "%(name)s gets the parties, indicators and resources of the other, and those percentages that it has none of itself. What cannot be joined is kept in a note. The other row is removed, and can be put back."
msgstr "%(name)s recibe los actores, indicadores y recursos de la otra, y los porcentajes de los que ella carece. Lo que no se puede unir se conserva en una nota. La otra fila se quita, y se puede reponer."

#, python-format
msgid "%(name)s was added."
msgstr "Se agregó %(name)s."

#, python-format
msgid "%(name)s was created. Its Secretariat was invited at %(address)s."
msgstr "Se creó %(name)s. Se invitó a su Secretaría en %(address)s."

#, python-format
msgid "%(name)s: %(count)s of %(total)s reported"
msgstr "%(name)s: %(count)s de %(total)s con informe"

#, python-format
msgid "%(number)d activity for which nobody answers"
msgid_plural "%(number)d activities for which nobody answers"
msgstr[0] "%(number)d actividad sin responsable"
msgstr[1] "%(number)d actividades sin responsable"

#, python-format
msgid "%(number)d activity without a period"
msgid_plural "%(number)d activities without a period"
msgstr[0] "%(number)d actividad sin período"
msgstr[1] "%(number)d actividades sin período"

#, python-format
msgid "%(number)d activity without an indicator"
msgid_plural "%(number)d activities without an indicator"
msgstr[0] "%(number)d actividad sin indicador"
msgstr[1] "%(number)d actividades sin indicador"

#, python-format
msgid "%(number)d finding to see"
msgid_plural "%(number)d findings to see"
msgstr[0] "%(number)d hallazgo por ver"
msgstr[1] "%(number)d hallazgos por ver"

#, python-format
msgid "%(number)d member has no focal point"
msgid_plural "%(number)d members have no focal point"
msgstr[0] "%(number)d miembro no tiene punto focal"
msgstr[1] "%(number)d miembros no tienen punto focal"

#, python-format
msgid "%(number)d of %(total)d report of the open round not sent yet"
msgid_plural "%(number)d of %(total)d reports of the open round not sent yet"
msgstr[0] "%(number)d de %(total)d reporte de la ronda abierta aún sin enviar"
msgstr[1] "%(number)d de %(total)d reportes de la ronda abierta aún sin enviar"

#, python-format
msgid "%(number)d title not translated"
msgid_plural "%(number)d titles not translated"
msgstr[0] "%(number)d título sin traducir"
msgstr[1] "%(number)d títulos sin traducir"

#, python-format
msgid "%(number)s activity with percentages"
msgid_plural "%(number)s activities with percentages"
msgstr[0] "%(number)s actividad con porcentajes"
msgstr[1] "%(number)s actividades con porcentajes"

#, python-format
msgid "%(number)s coalition on this site."
msgid_plural "%(number)s coalitions on this site."
msgstr[0] "%(number)s coalición en este sitio."
msgstr[1] "%(number)s coaliciones en este sitio."

#, python-format
msgid "%(number)s invitation not accepted yet"
msgid_plural "%(number)s invitations not accepted yet"
msgstr[0] "%(number)s invitación todavía sin aceptar"
msgstr[1] "%(number)s invitaciones todavía sin aceptar"

#, python-format
msgid "%(number)s of them has expired and can be sent again"
msgid_plural "%(number)s of them have expired and can be sent again"
msgstr[0] "%(number)s de ellas venció y se puede volver a enviar"
msgstr[1] "%(number)s de ellas vencieron y se pueden volver a enviar"

#, python-format
msgid "%(number)s party was added."
msgid_plural "%(number)s parties were added."
msgstr[0] "Se agregó %(number)s actor."
msgstr[1] "Se agregaron %(number)s actores."

#, python-format
msgid "%(number)s period that these dates give is not there yet."
msgid_plural "%(number)s periods that these dates give are not there yet."
msgstr[0] "%(number)s período que resulta de estas fechas todavía no está."
msgstr[1] "%(number)s períodos que resultan de estas fechas todavía no están."

#, python-format
msgid "%(number)s person may sign in."
msgid_plural "%(number)s persons may sign in."
msgstr[0] "%(number)s persona puede iniciar sesión."
msgstr[1] "%(number)s personas pueden iniciar sesión."

#, python-format
msgid "%(number)s plan"
msgid_plural "%(number)s plans"
msgstr[0] "%(number)s plan"
msgstr[1] "%(number)s planes"

#, python-format
msgid "%(number)s report sent in, to be reviewed"
msgid_plural "%(number)s reports sent in, to be reviewed"
msgstr[0] "%(number)s informe enviado, por revisar"
msgstr[1] "%(number)s informes enviados, por revisar"

#, python-format
msgid "%(number)s round"
msgid_plural "%(number)s rounds"
msgstr[0] "%(number)s ronda"
msgstr[1] "%(number)s rondas"

#, python-format
msgid "%(number)s row was withdrawn."
msgid_plural "%(number)s rows were withdrawn."
msgstr[0] "Se retiró %(number)s fila."
msgstr[1] "Se retiraron %(number)s filas."

#, python-format
msgid "%(number)s row was written."
msgid_plural "%(number)s rows were written."
msgstr[0] "Se escribió %(number)s fila."
msgstr[1] "Se escribieron %(number)s filas."

#, python-format
msgid "%(number)s target"
msgid_plural "%(number)s targets"
msgstr[0] "%(number)s meta"
msgstr[1] "%(number)s metas"

#, python-format
msgid "%(number)s task waits."
msgid_plural "%(number)s tasks wait."
msgstr[0] "Espera %(number)s tarea."
msgstr[1] "Esperan %(number)s tareas."

#, python-format
msgid "%(number)s text is behind in one language."
msgid_plural "%(number)s texts are behind in one language."
msgstr[0] "%(number)s texto está atrasado en un idioma."
msgstr[1] "%(number)s textos están atrasados en un idioma."

#, python-format
msgid "%(number)s that is there is not among them: it stays."
msgid_plural "%(number)s that are there are not among them: they stay."
msgstr[0] "%(number)s de los que están no es de ellos: se queda."
msgstr[1] "%(number)s de los que están no son de ellos: se quedan."

#, python-format
msgid "%(part)s executed"
msgstr "%(part)s ejecutado"

#, python-format
msgid "%(part)s planned by this day"
msgstr "%(part)s previsto a esta fecha"

#, python-format
msgid "%(percent)s&nbsp;%% executed"
msgstr "%(percent)s&nbsp;%% ejecutado"

#, python-format
msgid "%(percent)s&nbsp;%% programmed"
msgstr "%(percent)s&nbsp;%% programado"

#, python-format
msgid "%(reached)s of %(count)s milestone is reached."
msgid_plural "%(reached)s of %(count)s milestones are reached."
msgstr[0] "Se alcanzó %(reached)s de %(count)s hito."
msgstr[1] "Se alcanzaron %(reached)s de %(count)s hitos."

#, python-format
msgid "%(reported)s of %(all)s activity reported"
msgid_plural "%(reported)s of %(all)s activities reported"
msgstr[0] "%(reported)s de %(all)s actividad reportada"
msgstr[1] "%(reported)s de %(all)s actividades reportadas"

#, python-format
msgid "%(reported)s of %(total)s activity reported"
msgid_plural "%(reported)s of %(total)s activities reported"
msgstr[0] "%(reported)s de %(total)s actividad reportada"
msgstr[1] "%(reported)s de %(total)s actividades reportadas"

#, python-format
msgid "%(sentence)s Not known: %(unknown)s."
msgstr "%(sentence)s No se sabe: %(unknown)s."

#, python-format
msgid "%(shown)s of %(all)s activity"
msgid_plural "%(shown)s of %(all)s activities"
msgstr[0] "%(shown)s de %(all)s actividad"
msgstr[1] "%(shown)s de %(all)s actividades"

#, python-format
msgid "%(span)s: programmed %(programmed)s, executed %(executed)s"
msgstr "%(span)s: programado %(programmed)s, ejecutado %(executed)s"

#, python-format
msgid "%(start)s to %(end)s"
msgstr "%(start)s a %(end)s"

#. Translators: a status and that the activity is late, e.g. "In progress, late".
#, python-format
msgid "%(status)s, late"
msgstr "%(status)s, con retraso"

#, python-format
msgid "%(undated)s activity has no dates and no bar."
msgid_plural "%(undated)s activities have no dates and no bar."
msgstr[0] "%(undated)s actividad no tiene fechas ni barra."
msgstr[1] "%(undated)s actividades no tienen fechas ni barra."

#, python-format
msgid "%(who)s saved another version on %(at)s."
msgstr "%(who)s guardó otra versión el %(at)s."

#, python-format
msgid "%(who)s saved it on %(at)s."
msgstr "%(who)s guardó el %(at)s."

#, python-format
msgid "%(without)s has no target."
msgid_plural "%(without)s have no target."
msgstr[0] "%(without)s no tiene meta."
msgstr[1] "%(without)s no tienen meta."

msgid "(no title)"
msgstr "(sin título)"

msgid "A bar where an activity is programmed; a diamond for a milestone."
msgstr "Una barra donde hay una actividad programada; un rombo por cada hito."

msgid "A city, a country or an institution that takes part, or a body of the coalition: a committee, a working group."
msgstr "Una ciudad, un país o una institución que participa, o un órgano de la coalición: un comité, un grupo de trabajo."

msgid "A coalition is changed on its settings page, where its words, its levels and its logo are checked."
msgstr "Una coalición se cambia en su página de ajustes, donde se comprueban sus palabras, sus niveles y su logotipo."

msgid "A dash is a blank cell of the document."
msgstr "Una raya es una celda en blanco del documento."

msgid "A dash: the plan states none."
msgstr "Una raya: el plan no indica ninguno."

msgid "A day is expected here, and this is a number. Please format the cell as a date."
msgstr "Aquí se espera un día y esto es un número. Dé a la celda formato de fecha."

msgid "A day is expected here, without a time."
msgstr "Aquí se espera un día, sin hora."

#, python-brace-format
msgid "A file of the kind {kind} is not read. Please save it as .xlsx and send it again."
msgstr "No se leen archivos de tipo {kind}. Guárdelo como .xlsx y envíelo de nuevo."

msgid "A focal point for each member, and whoever else reads or presides. Each gets a mail."
msgstr "Un punto focal por cada miembro y quienes además leen o presiden. Cada persona recibe un correo."

msgid "A focal point or delegate acts for a party: please choose it."
msgstr "Un punto focal o una persona delegada actúa por un actor: elíjalo."

msgid "A level of a plan was added"
msgstr "Se agregó un nivel de un plan"

msgid "A level of a plan was removed"
msgstr "Se quitó un nivel de un plan"

msgid "A membership was ended"
msgstr "Se dio por terminada una membresía"

msgid "A name alone is enough. Columns are split by tabs (as copied from a spreadsheet) or semicolons: name; kind; country; standing. A first line with the names of the columns may put them in another order."
msgstr "Basta con el nombre. Las columnas se separan con tabuladores (como al copiar de una hoja de cálculo) o con punto y coma: nombre; tipo; país; calidad. Una primera línea con los nombres de las columnas permite otro orden."

msgid "A new plan"
msgstr "Un plan nuevo"

msgid "A new section"
msgstr "Una sección nueva"

msgid "A party can have a place in another body of its own coalition only."
msgstr "Un actor solo puede tener un lugar en otro órgano de su propia coalición."

msgid "A party was added"
msgstr "Se añadió una parte"

msgid "A party was admitted"
msgstr "Se admitió a una parte"

msgid "A party was given a role in a plan"
msgstr "Se dio a un actor una función en un plan"

msgid "A password was set."
msgstr "Se ha establecido una contraseña."

msgid "A period of a plan was added"
msgstr "Se agregó un período de un plan"

msgid "A period of a plan was removed"
msgstr "Se quitó un período de un plan"

msgid "A period of a plan was renamed"
msgstr "Se cambió el nombre de un período de un plan"

msgid "A place in a body was ended"
msgstr "Se dio por terminado un puesto en un órgano"

msgid "A place in a body was given"
msgstr "Se otorgó un puesto en un órgano"

msgid "A place is ended on the page of the party. Here days are corrected."
msgstr "Un mandato se termina en la página del actor. Aquí se corrigen las fechas."

msgid "A plan can be tied to another plan of its own coalition only."
msgstr "Un plan solo puede vincularse con otro plan de su propia coalición."

msgid "A plan can do without; its report then begins with the matrix."
msgstr "Un plan puede prescindir de ellas; su informe empieza entonces con la matriz."

msgid "A plan has at most three levels of objectives."
msgstr "Un plan tiene como máximo tres niveles de objetivos."

msgid "A plan was brought in"
msgstr "Se incorporó un plan"

msgid "A plan was made"
msgstr "Se creó un plan"

msgid "A plan was tied to something else"
msgstr "Se vinculó un plan con otra cosa"

msgid "A round is opened and closed on the pages of its plan."
msgstr "Una ronda se abre y se cierra en las páginas de su plan."

msgid "A round of reporting was closed"
msgstr "Se cerró una ronda de reporte"

msgid "A round of reporting was opened"
msgstr "Se abrió una ronda de reporte"

msgid "A seat was ended"
msgstr "Se terminó un puesto"

msgid "A seat was given"
msgstr "Se dio un puesto"

msgid "A seat was handed over"
msgstr "Se traspasó un puesto"

msgid "A section of a plan was added"
msgstr "Se agregó una sección de un plan"

msgid "A section of a plan was changed"
msgstr "Se cambió una sección de un plan"

msgid "A section of a plan was moved"
msgstr "Se movió una sección de un plan"

msgid "A section of a plan was removed"
msgstr "Se quitó una sección de un plan"

msgid "A sign-in to Plenaria from a new browser"
msgstr "Inicio de sesión en Plenaria desde un navegador nuevo"

msgid "A spelling of a party was added"
msgstr "Se añadió una grafía de un actor"

msgid "A standing needs the day from which it holds, in the column “Admitted on”."
msgstr "Una calidad necesita el día desde el que vale, en la columna «Fecha de admisión»."

#, python-format
msgid "A table was brought into the register “%(label)s”"
msgstr "Se incorporó una tabla al registro «%(label)s»"

msgid "A text of a plan was written in the other language"
msgstr "Se escribió un texto de un plan en el otro idioma"

msgid "A thin bar per activity, filled by what was executed."
msgstr "Una barra fina por actividad, llena según lo ejecutado."

msgid "A tie of a plan was removed"
msgstr "Se quitó un vínculo de un plan"

msgid "A tip at the edge says that something lies before or after these dates."
msgstr "Una punta en el borde indica que algo queda antes o después de estas fechas."

#, python-format
msgid "A title names other years than the plan’s dates, %(start)s to %(end)s: “%(printed)s”."
msgstr "Un título nombra otros años que las fechas del plan, del %(start)s al %(end)s: «%(printed)s»."

msgid "A vote says how many were present, and how many were for, against or neither."
msgstr "Una votación indica cuántas personas estaban presentes y cuántas votaron a favor, en contra o se abstuvieron."

msgid "A warning of a plan was opened again"
msgstr "Se reabrió una advertencia de un plan"

msgid "A whole number is expected here."
msgstr "Aquí se espera un número entero."

msgid "Abbreviation"
msgstr "Abreviatura"

msgid "Above in each cell: what the document states. Below: what is counted from its rows and, in brackets, the difference (counted less stated). Where nothing stands below, the rows do not tell the figure."
msgstr "Arriba en cada celda: lo que declara el documento. Debajo: lo que se cuenta en sus filas y, entre paréntesis, la diferencia (lo contado menos lo declarado). Donde no hay nada debajo, las filas no dicen la cifra."

msgid "Accent colour"
msgstr "Color de acento"

msgid "Accept the invitation"
msgstr "Aceptar la invitación"

msgid "Accessibility"
msgstr "Accesibilidad"

msgid "Account"
msgstr "Cuenta"

msgid "Accounts are opened by invitation. If you have none, please write to the Secretariat of your coalition."
msgstr "Las cuentas se abren por invitación. Si no tiene una, escriba a la Secretaría de su coalición."

msgid "Activities"
msgstr "Actividades"

msgid "Activities are counted. “Not reported” means that there is no figure; it does not enter as zero."
msgstr "Cuenta de actividades. «No reportada» quiere decir que no hay dato; no entra como cero."

msgid "Activities before and after"
msgstr "Actividades anterior y siguiente"

msgid "Activities under way, by period"
msgstr "Actividades en curso, por período"

msgid "Activities whose period meets each of the calendar’s. Those without dates are not counted."
msgstr "Actividades cuyo período toca cada uno del calendario. Las que no tienen fechas no se cuentan."

msgid "Activities without a heading"
msgstr "Actividades sin encabezado"

msgid "Activities without a reported close"
msgstr "Actividades sin cierre reportado"

msgid "Activity"
msgstr "Actividad"

#, python-format
msgid "Activity %(name)s"
msgstr "Actividad %(name)s"

msgid "Add"
msgstr "Añadir"

#, python-format
msgid "Add %(n)s activity"
msgid_plural "Add %(n)s activities"
msgstr[0] "Agregar %(n)s actividad"
msgstr[1] "Agregar %(n)s actividades"

#, python-format
msgid "Add %(name)s"
msgstr "Añadir %(name)s"

msgid "Add a level of objectives above the activity"
msgstr "Agregar un nivel de objetivos sobre la actividad"

msgid "Add a link"
msgstr "Agregar un vínculo"

msgid "Add a list"
msgstr "Agregar una lista"

msgid "Add a party"
msgstr "Agregar un actor"

msgid "Add a period, a year of transition say"
msgstr "Agregar un período, por ejemplo un año de transición"

msgid "Add a responsible party"
msgstr "Agregar un actor responsable"

msgid "Add a second step with an authenticator app"
msgstr "Añadir un segundo paso con una aplicación de autenticación"

msgid "Add a spelling"
msgstr "Agregar una grafía"

msgid "Add an activity"
msgstr "Agregar una actividad"

#, python-brace-format
msgid "Add an activity to {code}"
msgstr "Agregar una actividad a {code}"

msgid "Add an objective"
msgstr "Agregar un objetivo"

msgid "Add an objective within it"
msgstr "Agregar un objetivo dentro de este"

msgid "Add it and one more"
msgstr "Agregarla y otra más"

msgid "Add one party"
msgstr "Agregar un actor"

msgid "Add the activity"
msgstr "Agregar la actividad"

msgid "Add the level"
msgstr "Agregar el nivel"

msgid "Add the link"
msgstr "Agregar el vínculo"

msgid "Add the members one by one, or paste the list that you have: names alone are enough. Then invite their focal points."
msgstr "Agregue los miembros uno por uno o pegue la lista que tiene: bastan los nombres. Después invite a sus puntos focales."

msgid "Add the objective"
msgstr "Agregar el objetivo"

msgid "Add the party"
msgstr "Agregar el actor"

msgid "Add the period"
msgstr "Agregar el período"

msgid "Add the spelling"
msgstr "Agregar la grafía"

msgid "Add these parties"
msgstr "Agregar estos actores"

#, python-format
msgid "Add “%(name)s” as a new party"
msgstr "Agregar «%(name)s» como actor nuevo"

#, python-format
msgid "Added to the register “%(what)s”: %(label)s"
msgstr "Alta en el registro «%(what)s»: %(label)s"

msgid "Address of the person who will run its Secretariat"
msgstr "Correo de la persona que llevará su Secretaría"

msgid "Address on the web"
msgstr "Dirección en la web"

msgid "Address:"
msgstr "Dirección:"

msgid "Addressees in English"
msgstr "Destinatarios en inglés"

msgid "Addressees in Spanish"
msgstr "Destinatarios en español"

msgid "Administration"
msgstr "Administración"

msgid "Admit"
msgstr "Admitir"

msgid "Admitted on"
msgstr "Fecha de admisión"

msgid "After"
msgstr "Después"

msgid "After this"
msgstr "Después"

msgid "Agenda and minutes"
msgstr "Agenda y acta"

#, python-format
msgid "All %(total)s activities of the plan are reported as closed."
msgstr "Las %(total)s actividades del plan se informaron cerradas."

msgid "All activities"
msgstr "Todas las actividades"

msgid "All plans are there already; nothing was changed."
msgstr "Todos los planes están ya cargados; no se cambió nada."

msgid "Also the language in which this person is first shown the site."
msgstr "También es el idioma en que esta persona verá primero el sitio."

msgid "An activity is late where its period has ended and it is reported as not finished. One that is not reported on is not called late."
msgstr "Una actividad tiene retraso cuando su plazo ya terminó y se reportó que no está terminada. De una actividad sin informe no se dice que tenga retraso."

msgid "An activity stands under each party that answers for it."
msgstr "Cada actividad figura bajo todas las partes que responden por ella."

msgid "An activity was added"
msgstr "Se agregó una actividad"

msgid "An activity was changed"
msgstr "Se modificó una actividad"

msgid "An activity was copied"
msgstr "Se copió una actividad"

msgid "An activity was moved"
msgstr "Se movió una actividad"

msgid "An activity was removed"
msgstr "Se quitó una actividad"

msgid "An activity was split"
msgstr "Se dividió una actividad"

msgid "An activity with several responsible parties counts for each of them."
msgstr "Una actividad con varios responsables cuenta en cada uno."

msgid "An authenticator app was set up."
msgstr "Se ha configurado una aplicación de autenticación."

msgid "An automatic check runs over every page at every change, in both languages, on a phone’s width and on a wide screen. It has not yet been checked by an outside expert."
msgstr "En cada cambio, una comprobación automática recorre todas las páginas, en ambos idiomas, con el ancho de un teléfono y en pantalla ancha. Todavía no las ha revisado una persona experta externa."

msgid "An empty cell says that nothing was entered; zero says zero."
msgstr "Una celda vacía dice que no se introdujo nada; cero dice cero."

msgid "An empty line"
msgstr "Una línea vacía"

msgid "An invitation goes there at once. It can be sent again and revoked."
msgstr "Se le envía enseguida una invitación, que se puede volver a enviar o revocar."

msgid "An invitation was accepted"
msgstr "Se aceptó una invitación"

msgid "An invitation was revoked"
msgstr "Se revocó una invitación"

msgid "An invitation was sent"
msgstr "Se envió una invitación"

msgid "An invitation was sent again"
msgstr "Se volvió a enviar una invitación"

msgid "An invitation was sent. The seat stays where it is until the invitation is accepted."
msgstr "Se envió una invitación. El puesto queda donde está hasta que se acepte."

msgid "An objective was added"
msgstr "Se agregó un objetivo"

msgid "An objective was changed"
msgstr "Se modificó un objetivo"

msgid "An objective was moved"
msgstr "Se movió un objetivo"

msgid "An objective was removed"
msgstr "Se quitó un objetivo"

msgid "Annex"
msgstr "Anexo"

msgid "Annex: activities without a reported close"
msgstr "Anexo: actividades sin cierre reportado"

msgid "Annual report"
msgstr "Informe anual"

msgid "Annual report as PDF"
msgstr "Informe anual en PDF"

msgid "Another file"
msgstr "Otro archivo"

msgid "Another indicator or milestone"
msgstr "Otro indicador o hito"

msgid "Another party"
msgstr "Otro actor"

msgid "Another plan of the coalition"
msgstr "Otro plan de la coalición"

msgid "Another spelling"
msgstr "Otra grafía"

msgid "Another unit, another period"
msgstr "Otra unidad, otro período"

msgid "Another version was saved meanwhile."
msgstr "Entretanto se guardó otra versión."

msgid "Any"
msgstr "Cualquiera"

msgid "As HTML"
msgstr "Como HTML"

msgid "As documents write it, one a line. A plan that is brought in finds the party by them."
msgstr "Tal como lo escriben los documentos, una por línea. Un plan que se incorpora reconoce al actor por ellas."

#, python-format
msgid "As first approved: %(spans)s"
msgstr "Según se aprobó al inicio: %(spans)s"

msgid "As it was"
msgstr "Como estaba"

msgid "As it would look in English"
msgstr "Así se vería en inglés"

msgid "As it would look in Spanish"
msgstr "Así se vería en español"

msgid "As printed"
msgstr "Como está impreso"

msgid "As printed:"
msgstr "Según el documento:"

msgid "As the document says it: “2024-2025 (two years)”."
msgstr "Como lo dice el documento: «2024-2025 (bienio)»."

msgid "As the document says it: “Draft of 18 September 2023”."
msgstr "Como lo dice el documento: «Borrador 18 de septiembre de 2023»."

msgid "As what"
msgstr "En calidad de"

msgid "As you found it"
msgstr "Como usted lo encontró"

#, python-format
msgid "Asked for %(waited)s second ago."
msgid_plural "Asked for %(waited)s seconds ago."
msgstr[0] "Se pidió hace %(waited)s segundo."
msgstr[1] "Se pidió hace %(waited)s segundos."

msgid "Average executed"
msgstr "Promedio de lo ejecutado"

msgid "Average programmed"
msgstr "Promedio de lo programado"

msgid "Back to your account"
msgstr "Volver a su cuenta"

msgid "Bars"
msgstr "Barras"

msgid "Bars of the timeline; the chapters give the same dates and percentages in words."
msgstr "Barras del cronograma; los capítulos dan las mismas fechas y porcentajes en palabras."

msgid "Baseline"
msgstr "Línea de base"

msgid "Before"
msgstr "Antes"

msgid "Before this"
msgstr "Antes"

msgid "Before:"
msgstr "Anterior:"

msgid "Begin with an objective: then add its activities one by one, or paste them from a spreadsheet."
msgstr "Empiece por un objetivo; agregue después sus actividades una a una, o péguelas desde una hoja de cálculo."

msgid "Belongs to"
msgstr "Pertenece a"

msgid "Bodies"
msgstr "Órganos"

msgid "Body"
msgstr "Órgano"

msgid "Both parts keep the period, the parties, the resources, the result and the indicators. Percentages, status and reports stay with the first part."
msgstr "Ambas partes conservan el período, los actores, los recursos, el resultado y los indicadores. Los porcentajes, el estado y los reportes quedan con la primera parte."

msgid "Boxes"
msgstr "Cuadros"

msgid "Browser:"
msgstr "Navegador:"

#, python-format
msgid "By %(day)s no progress had been reported on any activity: what was done is not known."
msgstr "Al %(day)s no se había reportado avance de ninguna actividad: no se sabe qué se hizo."

#, python-format
msgid "By %(day)s, %(reported)s of %(total)s activity had been reported on."
msgid_plural "By %(day)s, %(reported)s of %(total)s activities had been reported on."
msgstr[0] "Al %(day)s se había reportado sobre %(reported)s de %(total)s actividad."
msgstr[1] "Al %(day)s se había reportado sobre %(reported)s de %(total)s actividades."

msgid "By a code mailed to you."
msgstr "Con un código que se le envía por correo."

msgid "Calendar"
msgstr "Calendario"

#, python-format
msgid "Cancelled, and in neither list: %(n)s."
msgstr "Canceladas, que no están en ninguna de las dos listas: %(n)s."

msgid "Cancelled."
msgstr "Cancelada."

#, python-brace-format
msgid "Cell {column}{row}, “{value}”: {reason}"
msgstr "Celda {column}{row}, «{value}»: {reason}"

msgid "Change"
msgstr "Cambiar"

msgid "Change the list"
msgstr "Cambiar la lista"

msgid "Change the password"
msgstr "Cambiar la contraseña"

msgid "Change the rows"
msgstr "Cambiar las filas"

msgid "Change the settings"
msgstr "Cambiar los ajustes"

msgid "Change the standing"
msgstr "Cambiar la calidad"

msgid "Changed"
msgstr "Cambia"

#, python-format
msgid "Changed in the register “%(what)s”: %(label)s"
msgstr "Cambio en el registro «%(what)s»: %(label)s"

msgid "Choose a password"
msgstr "Elija una contraseña"

msgid "Choose another unit"
msgstr "Elegir otra unidad"

msgid "Choose less, or show everything."
msgstr "Elija menos condiciones o muestre todo."

msgid "Choose this unit"
msgstr "Elegir esta unidad"

#, python-brace-format
msgid "Choose {code}"
msgstr "Elegir {code}"

msgid "Close"
msgstr "Cerrar"

msgid "Coalition"
msgstr "Coalición"

msgid "Coalitions"
msgstr "Coaliciones"

msgid "Code"
msgstr "Código"

msgid "Codes that stand twice"
msgstr "Códigos repetidos"

msgid "Colophon"
msgstr "Colofón"

msgid "Column"
msgstr "Columna"

#, python-format
msgid "Column %(number)s"
msgstr "Columna %(number)s"

msgid "Column as printed"
msgstr "Columna como está impresa"

msgid "Columns"
msgstr "Columnas"

msgid "Columns that are not taken over"
msgstr "Columnas que no se incorporan"

msgid "Complete the settings"
msgstr "Completar la configuración"

msgid "Completed. If something changed, please write to the Secretariat."
msgstr "Completada. Si algo cambió, escriba a la Secretaría."

msgid "Confirm"
msgstr "Confirmar"

msgid "Contact, time zone, colour and logo, and how your coalition calls its lines and statuses."
msgstr "Contacto, zona horaria, color y logotipo, y cómo llama su coalición a sus líneas y estados."

msgid "Contents"
msgstr "Contenido"

msgid "Cookies"
msgstr "Cookies"

msgid "Copy the rows in your spreadsheet and paste them here, with or without the line of column names."
msgstr "Copie las filas en su hoja de cálculo y péguelas aquí, con o sin la línea de nombres de columnas."

msgid "Copy this row"
msgstr "Copiar esta fila"

msgid "Corrections"
msgstr "Correcciones"

msgid "Country"
msgstr "País"

msgid "Course of the values; they stand below in figures."
msgstr "Curso de los valores; están debajo en cifras."

msgid "Create the coalition"
msgstr "Crear la coalición"

msgid "Data"
msgstr "Datos"

msgid "Data and privacy"
msgstr "Datos y privacidad"

msgid "Data as of"
msgstr "Datos al"

#, python-format
msgid "Data as of %(day)s"
msgstr "Datos al %(day)s"

msgid "Date"
msgstr "Fecha"

msgid "Date as printed"
msgstr "Fecha como está impresa"

msgid "Date of the data"
msgstr "Fecha de los datos"

msgid "Dates"
msgstr "Fechas"

msgid "Dates in words"
msgstr "Fechas en palabras"

msgid "Dates outside the plan"
msgstr "Fechas fuera del plan"

msgid "Dates that differ from the printed period"
msgstr "Fechas distintas del período impreso"

msgid "Day"
msgstr "Día"

msgid "Day of the end"
msgstr "Fecha del término"

msgid "Days"
msgstr "Días"

msgid "Days end at midnight there: America/Bogota, Europe/Madrid, UTC."
msgstr "Los días terminan allí a medianoche: America/Bogota, Europe/Madrid, UTC."

#, python-format
msgid "Dear %(name)s,"
msgstr "Hola, %(name)s:"

msgid "Decision"
msgstr "Decisión"

msgid "Decisions"
msgstr "Decisiones"

msgid "Diamonds are milestones: solid where reached, hollow where not, dotted where nothing was reported."
msgstr "Los rombos son hitos: llenos si se alcanzaron, vacíos si no, punteados si no se reportó."

msgid "Diamonds are milestones: solid where reached, hollow where not, dotted where nothing was reported; one without a date stands at the end of its activity."
msgstr "Los rombos son hitos: llenos si se alcanzaron, vacíos si no, punteados si no se reportó; el que no tiene fecha figura al final de su actividad."

msgid "Difficulties"
msgstr "Dificultades"

msgid "Document"
msgstr "Documento"

msgid "Done"
msgstr "Concluido"

msgid "Download"
msgstr "Descargar"

msgid "Drawing"
msgstr "Dibujo"

msgid "Duty in English"
msgstr "Tarea en inglés"

msgid "Duty in Spanish"
msgstr "Tarea en español"

msgid "E-mail address"
msgstr "Correo electrónico"

msgid "E-mail address of the Secretariat"
msgstr "Correo electrónico de la Secretaría"

msgid "E-mail address of the person who takes over"
msgstr "Correo electrónico de la persona que lo asume"

msgid "Each activity by name, by month or by party"
msgstr "Cada actividad con su nombre, por mes o por parte responsable"

msgid "Each chart begins at zero and shows what had been reached by the end of each period. Dashed line: target. Dotted column, “n. r.”: nothing was reported in that period."
msgstr "Cada gráfico empieza en cero y muestra lo alcanzado al cierre de cada período. Línea discontinua: meta. Columna punteada, «n. r.»: no se reportó nada en ese período."

msgid "Each coalition’s Secretariat decides what is kept about its people, and answers for it. Its address stands on the coalition’s page and in every mail. Whoever runs this site works on the Secretariat’s behalf."
msgstr "La Secretaría de cada coalición decide qué se guarda de sus personas y responde de ello. Su dirección figura en la página de la coalición y en cada correo. Quien opera este sitio trabaja por encargo de la Secretaría."

msgid "Each opens your account once, when the phone is not at hand. Keep them on paper, in a safe place."
msgstr "Cada uno abre su cuenta una vez, cuando no tenga el teléfono a mano. Guárdelos en papel, en un lugar seguro."

msgid "Each value says its rule and how many of the parties asked reported it; parties that did not report do not enter as zero."
msgstr "Cada valor dice su regla y cuántos de los actores consultados lo informaron; quien no informó no entra como cero."

msgid "Earlier"
msgstr "Anteriores"

msgid "Empty days are open. The end of the mandate is that of whoever governs now."
msgstr "Las fechas vacías quedan abiertas. El fin del mandato es el de quien gobierna ahora."

msgid "Empty: it is named after its days."
msgstr "Si queda vacío, lleva el nombre de sus días."

msgid "End"
msgstr "Fin"

msgid "End or hand over"
msgstr "Terminar o traspasar"

msgid "End the membership"
msgstr "Terminar la membresía"

msgid "End the seat"
msgstr "Terminar el puesto"

msgid "End this place"
msgstr "Terminar este lugar"

msgid "Ended seats"
msgstr "Puestos terminados"

msgid "Ends your sessions in every browser and on every phone, here too. Do it when a device is lost."
msgstr "Cierra sus sesiones en todos los navegadores y teléfonos, también aquí. Hágalo si pierde un dispositivo."

msgid "English"
msgstr "Inglés"

msgid "Enter opens a row, Escape closes it; what you typed is saved by itself. In a row, Alt with the arrow up or down moves it; on an objective, Alt with the arrow right or left puts it further in or out."
msgstr "Entrar abre una fila y Escape la cierra; lo que usted escribe se guarda solo. En una fila, Alt con la flecha arriba o abajo la mueve; en un objetivo, Alt con la flecha derecha o izquierda lo mete o lo saca un nivel."

msgid "Enter the members"
msgstr "Registrar los miembros"

msgid "Every activity has a period, an indicator and somebody who answers for it, and nothing contradicts itself."
msgstr "Cada actividad tiene período, indicador y quien responda por ella, y nada se contradice."

msgid "Every status is told by a shape and a word, never by colour alone. Every chart has a table with the same figures. Pages work without scripts, can be enlarged, and say in which language each text is. Reports in PDF are tagged."
msgstr "Cada estado se indica con una forma y una palabra, nunca solo con el color. Cada gráfico tiene una tabla con las mismas cifras. Las páginas funcionan sin programas en el navegador, se pueden ampliar e indican en qué idioma está cada texto. Los informes en PDF están etiquetados."

msgid "Every text stands in both languages, and none was changed after the other."
msgstr "Todos los textos están en ambos idiomas, y ninguno se cambió después del otro."

msgid "Everything else on the form can then be chosen from there alone."
msgstr "Todo lo demás del formulario se podrá elegir entonces solo de ahí."

msgid "Everything was understood."
msgstr "Se entendió todo."

msgid "Evidence"
msgstr "Evidencia"

msgid "Excel workbook (.xlsx)"
msgstr "Libro de Excel (.xlsx)"

msgid "Executed"
msgstr "Ejecutado"

#, python-format
msgid "Executed %%"
msgstr "Ejecutado %%"

#, python-brace-format
msgid "Executed, {period}"
msgstr "Ejecutado, {period}"

msgid "Expected result"
msgstr "Resultado esperado"

msgid "Export"
msgstr "Exportar"

msgid "Field"
msgstr "Campo"

msgid "Figures as of"
msgstr "Cifras al"

msgid "Figures that the documents state"
msgstr "Cifras que declaran los documentos"

msgid "File: .xlsx or .csv"
msgstr "Archivo: .xlsx o .csv"

msgid "Filled: carried out. Whole line: reported. Dotted line: not reported."
msgstr "Lleno: ejecutado. Línea entera: reportado. Línea de puntos: no reportado."

msgid "Filled: executed. Whole line: reported. Dotted line: not reported. Hatched: late. Diamond: milestone, solid where it is reached."
msgstr "Lleno: ejecutado. Línea entera: reportado. Línea de puntos: no reportado. Rayado: con retraso. Rombo: hito, lleno si se alcanzó."

msgid "Filter and sort"
msgstr "Filtrar y ordenar"

msgid "First part in English"
msgstr "Primera parte en inglés"

msgid "First part in Spanish"
msgstr "Primera parte en español"

msgid "Focal point"
msgstr "Punto focal"

msgid "Followed by"
msgstr "Seguimiento"

msgid "For everybody: as long as both texts are empty, the coalition has no public page."
msgstr "Para todo el mundo: mientras ambos textos estén vacíos, la coalición no tiene página pública."

msgid "For example “2026-2027” or “October 2026 to September 2027”. Or give the days below."
msgstr "Por ejemplo «2026-2027» u «octubre de 2026 a septiembre de 2027». O indique los días abajo."

msgid "For example “October – December 2025”, “Q4 2025”, “2025 and 2026”."
msgstr "Por ejemplo «octubre – diciembre de 2025», «4T 2025», «2025 y 2026»."

msgid "For focal points and delegates: the party for which they report."
msgstr "Para puntos focales y personas delegadas: el actor por el que informan."

msgid "For the Secretariat and operators. The code of your authenticator app is asked for next."
msgstr "Para la Secretaría y quienes operan el sitio. A continuación se pide el código de su aplicación de autenticación."

msgid "For the address"
msgstr "Para la dirección"

msgid "For whom, and of whom"
msgstr "Para quiénes y de quién"

msgid "For your safety a form is valid only in the browser that opened it, and for a limited time. Nothing was changed. Please go back, reload the page and send it again."
msgstr "Por su seguridad, un formulario solo es válido en el navegador que lo abrió y durante un tiempo limitado. No se ha cambiado nada. Vuelva atrás, recargue la página y envíelo de nuevo."

msgid "Forgotten, or none? Sign in by a mailed code"
msgstr "¿La ha olvidado o no tiene? Inicie sesión con un código enviado por correo"

#, python-format
msgid "Found in %(number)s place"
msgid_plural "Found in %(number)s places"
msgstr[0] "Se encontró en %(number)s lugar"
msgstr[1] "Se encontró en %(number)s lugares"

#, python-format
msgid "Found in more places than are shown: here are %(number)s. One more word narrows them down."
msgstr "Se encontró en más lugares de los que se muestran: aquí hay %(number)s. Una palabra más reduce la lista."

msgid "Found in the document"
msgstr "Encontrado en el documento"

msgid "From"
msgstr "Desde"

#, python-format
msgid "From %(start)s to %(end)s the plan foresees %(count)s activity."
msgid_plural "From %(start)s to %(end)s the plan foresees %(count)s activities."
msgstr[0] "Del %(start)s al %(end)s el plan prevé %(count)s actividad."
msgstr[1] "Del %(start)s al %(end)s el plan prevé %(count)s actividades."

msgid "From here to the first plan"
msgstr "De aquí al primer plan"

msgid "From the outermost to the activity, with > between them: “Strategic line > Activity”. Two to four levels, the same number in both languages. Plans that are there already keep theirs."
msgstr "Del más amplio a la actividad, separados por >: «Línea estratégica > Actividad». De dos a cuatro niveles, el mismo número en ambos idiomas. Los planes ya existentes conservan los suyos."

msgid "From the outermost to the activity, with > between them; two to four, the same number in both languages."
msgstr "Del más amplio a la actividad, separados por >; de dos a cuatro, el mismo número en ambos idiomas."

msgid "From when to when"
msgstr "Desde cuándo y hasta cuándo"

msgid "Further"
msgstr "Siguientes"

msgid "Give it a place in a body"
msgstr "Darle un lugar en un órgano"

msgid "Give it a title, its start and its end. Its lines and activities follow."
msgstr "Póngale título, inicio y fin. Después vienen sus líneas y actividades."

msgid "Give the place"
msgstr "Dar el lugar"

msgid "Give up and start again"
msgstr "Dejarlo y empezar de nuevo"

msgid "Go back to this"
msgstr "Volver a esto"

msgid "Go to your plans"
msgstr "Ir a sus planes"

msgctxt "of parties"
msgid "Group and its members"
msgstr "Grupo y sus miembros"

msgctxt "timeline"
msgid "Grouped by"
msgstr "Agrupado por"

msgid "Half-years"
msgstr "Semestres"

msgid "Halted by a decision; it may resume."
msgstr "Detenida por una decisión; puede reanudarse."

msgid "Hand over"
msgstr "Traspasar"

msgid "Hand the seat over"
msgstr "Traspasar el puesto"

msgid "Header"
msgstr "Encabezado"

msgid "Header of the plan"
msgstr "Encabezado del plan"

msgid "History"
msgstr "Historial"

msgid "Home"
msgstr "Inicio"

msgid "Home tells what comes next."
msgstr "En Inicio se indica el paso siguiente."

msgid "How documents write a party: a plan that is brought in finds it by them. One spelling, one party."
msgstr "Cómo escriben los documentos a un actor: por ellas lo reconoce un plan que se incorpora. Una grafía, un actor."

msgid "How finely its activities are scheduled and reported on."
msgstr "Con qué detalle se programan y reportan sus actividades."

msgid "How is the site run?"
msgstr "¿Cómo se opera el sitio?"

msgid "How it is checked"
msgstr "Cómo se comprueba"

msgid "How it is doing"
msgstr "Cómo va"

msgid "How it is measured"
msgstr "Cómo se mide"

msgid "How it is read"
msgstr "Cómo se lee"

msgid "How it stands"
msgstr "Cómo está"

msgid "How it was decided"
msgstr "Cómo se decidió"

msgid "How it was read"
msgstr "Cómo se leyó"

msgid "How it was taken"
msgstr "Cómo se tomó"

msgid "How percentages are read"
msgstr "Cómo se leen los porcentajes"

msgid "How status is shown"
msgstr "Cómo se muestra el estado"

msgid "How the coalition worked"
msgstr "Funcionamiento de la coalición"

msgid "How the plan is doing"
msgstr "Cómo va el plan"

msgid "How to format"
msgstr "Cómo dar formato"

msgid "How to read the bars"
msgstr "Cómo leer las barras"

msgid "How values combine"
msgstr "Cómo se combinan los valores"

msgid "How you sign in"
msgstr "Cómo inicia sesión"

msgid "I have kept them: continue"
msgstr "Los he guardado: continuar"

#, python-format
msgid "If %(email)s has an account here, a code is on its way to it. It holds for ten minutes, once, in this browser only."
msgstr "Si %(email)s tiene una cuenta aquí, le hemos enviado un código. Vale durante diez minutos, una sola vez y solo en este navegador."

msgid "If not, sign in, choose “Sign out everywhere” on the page of your account, and write to your Secretariat:"
msgstr "Si no ha sido usted, inicie sesión, elija «Cerrar sesión en todas partes» en la página de su cuenta y escriba a su Secretaría:"

msgid "If something does not work for you"
msgstr "Si algo no le funciona"

msgid "If you did not ask for it, you need not do anything: without the browser that asked, the code opens nothing. Never tell it to anybody."
msgstr "Si no lo ha solicitado, no tiene que hacer nada: sin el navegador que lo pidió, el código no abre nada. No lo comunique nunca a nadie."

msgid "If you have lost both, please write to the operator of this site."
msgstr "Si ha perdido ambos, escriba a quien opera este sitio."

msgid "Import"
msgstr "Importar"

#, python-format
msgid "In %(count)s activity the programmed percentages do not come to 100%%; they are kept as printed."
msgid_plural "In %(count)s activities the programmed percentages do not come to 100%%; they are kept as printed."
msgstr[0] "En %(count)s actividad los porcentajes programados no dan 100 %%; se conservan como están impresos."
msgstr[1] "En %(count)s actividades los porcentajes programados no dan 100 %%; se conservan como están impresos."

msgid "In English"
msgstr "En inglés"

msgid "In Spanish"
msgstr "En español"

msgid "In each bar, what was programmed stands on the left and what was executed on the right."
msgstr "En cada barra, a la izquierda lo programado y a la derecha lo ejecutado."

msgid "In each cell, what was programmed stands above and what was executed below. A dash is a blank cell of the document."
msgstr "En cada celda, arriba lo programado y abajo lo ejecutado. Una raya es una celda en blanco del documento."

msgid "In the fields of this form both versions are the same."
msgstr "En los campos de este formulario ambas versiones son iguales."

msgid "In the text"
msgstr "En el texto"

msgid "Indicator"
msgid_plural "Indicators"
msgstr[0] "Indicador"
msgstr[1] "Indicadores"

msgctxt "column"
msgid "Indicator"
msgstr "Indicador"

msgctxt "label"
msgid "Indicator"
msgid_plural "Indicators"
msgstr[0] "Indicador"
msgstr[1] "Indicadores"

msgid "Indicator of the objective"
msgstr "Indicador del objetivo"

msgid "Indicators"
msgstr "Indicadores"

msgid "Indicators against their targets"
msgstr "Indicadores frente a sus metas"

msgid "Indicators and milestones"
msgstr "Indicadores e hitos"

msgid "Initiative"
msgstr "Iniciativa"

msgid "Initiatives outside the plan"
msgstr "Iniciativas fuera del plan"

msgid "Instead of those it has"
msgstr "En lugar de los que tiene"

msgid "Introduction"
msgstr "Introducción"

msgid "Invented coalition, for demonstration."
msgstr "Coalición inventada, para demostración."

msgid "Invented data. No coalition, city or person on this page exists."
msgstr "Datos inventados. Ninguna coalición, ciudad ni persona de esta página existe."

msgid "Invitation"
msgstr "Invitación"

#, python-format
msgid "Invitation to the work plan of %(coalition)s"
msgstr "Invitación al plan de trabajo de %(coalition)s"

msgid "Invitations are sent, sent again and revoked on the page “People” of each coalition."
msgstr "Las invitaciones se envían, se reenvían y se revocan en la página «Personas» de cada coalición."

msgid "Invite a focal point or delegate"
msgstr "Invitar a un punto focal o a una persona delegada"

msgid "Invite somebody"
msgstr "Invitar a una persona"

msgid "Invite the people"
msgstr "Invitar a las personas"

#, python-format
msgid "It begins on %(day)s."
msgstr "Comienza el %(day)s."

msgid "It can be put back."
msgstr "Se puede reponer."

msgid "It can mean other days: choose"
msgstr "Puede significar otros días: elija"

#, python-brace-format
msgid "It cannot be removed: it has {what}, which would lose their meaning. Mark it as cancelled or suspended instead; it then stays in the plan with its history."
msgstr "No se puede quitar: tiene {what}, que perderían su sentido. Márquela como cancelada o suspendida; así sigue en el plan con su historia."

msgid "It ends today."
msgstr "Termina hoy."

msgid "It has no place in a body."
msgstr "No tiene lugar en ningún órgano."

msgid "It has no standing: a body of the coalition, or not admitted."
msgstr "No tiene calidad alguna: es un órgano de la coalición o no ha sido admitido."

msgid "It is agreed, not only possible"
msgstr "Está acordado, no solo es posible"

msgid "It is at the outermost level already."
msgstr "Ya está en el nivel más externo."

#, python-brace-format
msgid "It shares the indicator “{name}” with another activity of its objective. Please separate it first, then move the row."
msgstr "Comparte el indicador «{name}» con otra actividad de su objetivo. Sepárelo primero y mueva después la fila."

#, python-format
msgid "It takes about %(seconds)s second."
msgid_plural "It takes about %(seconds)s seconds."
msgstr[0] "Tarda aproximadamente %(seconds)s segundo."
msgstr[1] "Tarda aproximadamente %(seconds)s segundos."

msgid "It was removed already."
msgstr "Ya se había quitado."

msgid "It was reported as done, or as executed in full."
msgstr "Se informó como hecha, o como ejecutada por completo."

msgid "It was reported as not begun, or nothing of it as executed."
msgstr "Se informó como no iniciada, o sin nada ejecutado."

msgid "It was reported as under way, or as executed in part."
msgstr "Se informó como en marcha, o como ejecutada en parte."

#, python-format
msgid "It was saved by %(who)s on %(when)s, after you had opened it."
msgstr "Lo guardó %(who)s el %(when)s, después de que usted lo abriera."

msgid "It will not be done, by a decision."
msgstr "No se hará, por una decisión."

msgid "Item"
msgstr "Asunto"

msgid "Its Secretariat enters them."
msgstr "Las introduce su Secretaría."

#, python-format
msgid "Its calendar would have more than %(most)d periods: please look at the dates."
msgstr "Su calendario tendría más de %(most)d períodos: revise las fechas."

msgid "Its levels and its calendar are made of what you say here. Its lines and activities come next."
msgstr "Sus niveles y su calendario se forman con lo que indique aquí. Después vienen sus líneas y actividades."

msgid "Its name, or its two letters: PE."
msgstr "Su nombre o sus dos letras: PE."

msgid "Its period has ended and it was reported as not finished."
msgstr "Su plazo terminó y se reportó que no está terminada."

msgid "Its period leaves the dates of the plan; it is kept as printed."
msgstr "Su período sale de las fechas del plan; se conserva como está impreso."

msgid "Kept as printed"
msgstr "Conservadas como están impresas"

msgid "Kept as printed."
msgstr "Se conserva como está impreso."

msgid "Key"
msgstr "Clave"

msgid "Keyboard"
msgstr "Teclado"

msgid "Kind"
msgstr "Tipo"

msgid "Kind of file"
msgstr "Tipo de archivo"

msgid "Kind of rows that do not say it"
msgstr "Tipo de las filas que no lo indican"

msgid "Language of the mail"
msgstr "Idioma del correo"

msgid "Language of the plan"
msgstr "Idioma del plan"

msgid "Language of this person"
msgstr "Idioma de esta persona"

msgid "Languages"
msgstr "Idiomas"

msgid "Languages of work"
msgstr "Idiomas de trabajo"

msgid "Large type"
msgstr "Letra grande"

msgid "Last accepted value"
msgstr "Último valor aceptado"

msgid "Last report"
msgstr "Último informe"

msgid "Late"
msgstr "Con retraso"

#, python-format
msgid "Late: %(days)s day past its end"
msgid_plural "Late: %(days)s days past its end"
msgstr[0] "Con retraso: %(days)s día después de su fin"
msgstr[1] "Con retraso: %(days)s días después de su fin"

msgid "Later"
msgstr "Posteriores"

msgid "Leave it"
msgstr "Dejarlo"

msgid "Leave it as it is now"
msgstr "Dejarlo como está ahora"

msgid "Leave without saving"
msgstr "Salir sin guardar"

msgid "Left as they are"
msgstr "Quedan como están"

msgid "Length"
msgstr "Duración"

msgid "Length of the term"
msgstr "Duración de la vigencia"

msgid "Levels"
msgstr "Niveles"

msgid "Levels and words"
msgstr "Niveles y palabras"

msgid "Levels in English"
msgstr "Niveles en inglés"

msgid "Levels in Spanish"
msgstr "Niveles en español"

msgid "Levels of a new plan in English"
msgstr "Niveles de un plan nuevo en inglés"

msgid "Levels of a new plan in Spanish"
msgstr "Niveles de un plan nuevo en español"

msgid "Line"
msgstr "Línea"

msgid "Lines and activities"
msgstr "Líneas y actividades"

msgid "Lines beside this one"
msgstr "Líneas contiguas"

msgid "Lines beside this one, again"
msgstr "Líneas contiguas, de nuevo"

msgid "Link to this selection"
msgstr "Enlace a esta selección"

msgid "Linked plans and priorities"
msgstr "Planes y prioridades vinculados"

msgid "List of objectives and headings"
msgstr "Lista de objetivos y encabezados"

#, python-format
msgid "Loaded: %(slug)s"
msgstr "Cargado: %(slug)s"

msgid "Logo"
msgstr "Logotipo"

#, python-format
msgid "Logo of %(name)s"
msgstr "Logotipo de %(name)s"

msgid "Look now"
msgstr "Ver ahora"

msgid "Mail me a code"
msgstr "Enviarme un código"

msgid "Mails of this site"
msgstr "Correos de este sitio"

msgctxt "navigation"
msgid "Main"
msgstr "Principal"

msgid "Make a new plan"
msgstr "Crear un plan nuevo"

msgid "Make new codes"
msgstr "Crear códigos nuevos"

msgid "Make new recovery codes"
msgstr "Crear nuevos códigos de recuperación"

msgid "Make the plan"
msgstr "Crear el plan"

msgid "Make what is missing"
msgstr "Crear lo que falta"

msgid "Making the PDF needed more memory than it may; nothing was changed."
msgstr "La preparación del PDF excedió la memoria permitida; no se modificó nada."

msgid "Making the PDF took longer than it may; nothing was changed."
msgstr "La preparación del PDF excedió el tiempo permitido; no se modificó nada."

msgid "Mark"
msgstr "Marca"

msgid "Mark as seen and kept"
msgstr "Marcar como visto y mantenido"

msgid "Matrix"
msgstr "Matriz"

msgid "Matrix of the plan"
msgstr "Matriz del plan"

msgid "Meaning"
msgstr "Significado"

msgid "Meeting"
msgstr "Reunión"

msgid "Meetings"
msgstr "Reuniones"

msgid "Members"
msgstr "Miembros"

#, python-format
msgid "Merge %(name)s with another"
msgstr "Unir %(name)s con otra"

msgid "Merge the two"
msgstr "Unir las dos"

msgid "Merge with another"
msgstr "Unir con otra"

msgid "Messages"
msgstr "Mensajes"

msgid "Milestone"
msgid_plural "Milestones"
msgstr[0] "Hito"
msgstr[1] "Hitos"

msgctxt "column"
msgid "Milestone"
msgstr "Hito"

msgctxt "label"
msgid "Milestone"
msgid_plural "Milestones"
msgstr[0] "Hito"
msgstr[1] "Hitos"

msgid "Milestone of the objective"
msgstr "Hito del objetivo"

#, python-format
msgid "Milestone: %(name)s, %(day)s, %(state)s"
msgstr "Hito: %(name)s, %(day)s, %(state)s"

msgid "Milestones"
msgstr "Hitos"

msgid "Months"
msgstr "Meses"

msgid "Most work on activities is quicker in the plan itself; here they can be searched across plans."
msgstr "Casi todo el trabajo con actividades es más rápido en el propio plan; aquí se pueden buscar en todos los planes."

msgid "Move"
msgstr "Mover"

msgid "Move down"
msgstr "Bajar"

msgid "Move the dates"
msgstr "Mover las fechas"

msgid "Move to"
msgstr "Mover a"

msgid "Move up"
msgstr "Subir"

#, python-brace-format
msgid "Move {code} down"
msgstr "Bajar {code}"

#, python-brace-format
msgid "Move {code} up"
msgstr "Subir {code}"

msgid "Move, copy, split, merge or remove"
msgstr "Mover, copiar, dividir, unir o quitar"

msgid "Name"
msgstr "Nombre"

msgid "Name in English"
msgstr "Nombre en inglés"

msgid "Name in Spanish"
msgstr "Nombre en español"

msgid "Name one file with --to and, if need be, one day with a second --to."
msgstr "Indique un archivo con --to y, si hace falta, un día con un segundo --to."

msgid "Names"
msgstr "Nombres"

msgid "Names that no party has"
msgstr "Nombres que ningún actor tiene"

msgid "Names, short address and the address of its Secretariat are enough to begin. The Secretariat can change everything else at any time."
msgstr "Para empezar bastan los nombres, la dirección corta y el correo de quien lleva la Secretaría. Todo lo demás lo puede cambiar la Secretaría en cualquier momento."

msgid "Narrative"
msgstr "Texto narrativo"

msgid "New"
msgstr "Nueva"

msgid "New activity"
msgstr "Actividad nueva"

#, python-format
msgid "New activity in %(name)s"
msgstr "Actividad nueva en %(name)s"

msgid "New coalition"
msgstr "Nueva coalición"

msgid "New recovery codes were made."
msgstr "Se han creado nuevos códigos de recuperación."

#, python-format
msgid "New rows: %(new)s. Changed rows: %(changed)s. As they are: %(same)s."
msgstr "Filas nuevas: %(new)s. Filas que cambian: %(changed)s. Quedan igual: %(same)s."

msgid "Next"
msgstr "Siguiente"

msgid "Next page"
msgstr "Página siguiente"

msgid "Next steps"
msgstr "Próximos pasos"

msgid "Next:"
msgstr "Siguiente:"

msgid "No activities yet"
msgstr "Todavía sin actividades"

msgid "No activity is all of this at once."
msgstr "Ninguna actividad cumple todo esto a la vez."

msgid "No activity of this plan has dates yet, so there is nothing to draw."
msgstr "Ninguna actividad de este plan tiene fechas todavía; no hay nada que dibujar."

msgid "No changes"
msgstr "Sin cambios"

msgid "No coalition, city or person in this report exists."
msgstr "No existe ninguna coalición, ciudad ni persona de este informe."

msgid "No indicator or milestone"
msgstr "Sin indicador ni hito"

msgid "No initiative outside the plan is recorded."
msgstr "No constan iniciativas fuera del plan."

msgid "No invitation is open."
msgstr "No hay ninguna invitación abierta."

msgid "No lead"
msgstr "Sin líder"

#, python-format
msgid "No lead is stated for %(count)s objective."
msgid_plural "No lead is stated for %(count)s objectives."
msgstr[0] "No se indica quién lidera %(count)s objetivo."
msgstr[1] "No se indica quién lidera %(count)s objetivos."

msgid "No mail after some minutes? Please look among unwanted mail, and check the address."
msgstr "¿No ha llegado ningún mensaje tras unos minutos? Mire en el correo no deseado y compruebe la dirección."

msgid "No mail server is set, so mails are kept in a folder and shown here, newest first. This page exists only on one machine without HTTPS."
msgstr "No hay servidor de correo configurado, por lo que los mensajes se guardan en una carpeta y se muestran aquí, los más recientes primero. Esta página solo existe en un equipo único sin HTTPS."

msgid "No mail was sent yet. Ask for a code on the sign-in page."
msgstr "Aún no se ha enviado ningún mensaje. Solicite un código en la página de inicio de sesión."

msgid "No meeting or decision is recorded for the period."
msgstr "No constan reuniones ni decisiones en el período."

msgid "No meeting, decision, round of reporting or initiative outside the plan is recorded for the period."
msgstr "No constan reuniones, decisiones, rondas de informes ni iniciativas fuera del plan en el período."

msgid "No member has been entered yet."
msgstr "Aún no se ha registrado ningún miembro."

msgid "No membership is recorded for the day of the data."
msgstr "No constan membresías a la fecha de los datos."

#, python-brace-format
msgid "No party is called “{name}”."
msgstr "Ningún actor se llama «{name}»."

#, python-brace-format
msgid "No party is called “{name}”. Choose one of the list, or add it among the members first."
msgstr "Ningún actor se llama «{name}». Elija uno de la lista, o agréguelo primero entre los miembros."

#, python-brace-format
msgid "No party is called “{name}”. Did you mean {others}?"
msgstr "Ningún actor se llama «{name}». ¿Quiso decir {others}?"

msgid "No period"
msgstr "Sin período"

msgid "No plan is like this."
msgstr "Ningún plan coincide."

msgid "No plan or report has been published here yet."
msgstr "Aquí todavía no se ha publicado ningún plan ni informe."

msgid "No round of reporting was held in the period."
msgstr "En el período no hubo rondas de informe."

msgid "No section has been written yet."
msgstr "Todavía no se ha escrito ninguna sección."

msgid "No warning is open."
msgstr "No hay advertencias abiertas."

msgctxt "column of codes"
msgid "No."
msgstr "N.º"

#, python-format
msgid "Nobody answers for %(code)s: neither it nor an objective above it names a party."
msgstr "Nadie responde por %(code)s: ni la fila ni un objetivo superior nombra a un actor."

msgid "Nobody answers for it"
msgstr "Sin responsable"

msgid "Nobody can change what stands here: each entry carries the digest of the one before it."
msgstr "Nadie puede cambiar lo que consta aquí: cada asiento lleva el resumen criptográfico del anterior."

msgid "Nobody has a seat yet: please invite the first person."
msgstr "Nadie tiene todavía un puesto: invite a la primera persona."

msgid "Nobody stated in the plan"
msgstr "Sin responsable en el plan"

msgid "Nobody yet."
msgstr "Nadie todavía."

msgid "Nobody yet. Activities do not take these: they take those of the objective above them."
msgstr "Todavía nadie. Las actividades no toman estos actores: toman los del objetivo que está sobre ellas."

msgid "None is left."
msgstr "No queda ninguno."

#, python-format
msgid "None of the %(count)s indicators has a target: without one progress cannot be measured."
msgstr "Ninguno de los %(count)s indicadores tiene meta: sin ella no se puede medir el avance."

msgid "None yet."
msgstr "Ninguna todavía."

msgid "None yet. The plan that it follows stands in the header."
msgstr "Todavía ninguno. El plan al que sigue está en el encabezado."

msgid "Normal type"
msgstr "Letra normal"

msgid "Not added unless you tick them."
msgstr "No se agregan si usted no los marca."

msgid "Not added unless you tick them; the rows keep the names as written."
msgstr "No se agregan si usted no los marca; las filas conservan los nombres como están escritos."

msgid "Not asked today"
msgstr "Hoy no se pide"

msgid "Not reported"
msgstr "No reportado"

msgctxt "list of activities"
msgid "Not reported"
msgstr "No reportadas"

msgid "Not saved yet"
msgstr "Aún sin guardar"

msgid "Not saved: please correct this first"
msgstr "No se guardó: corrija primero esto"

msgid "Not saved: there is no answer. What you typed is still here; please try again in a moment."
msgstr "No se guardó: no hay respuesta. Lo que usted escribió sigue aquí; inténtelo de nuevo en un momento."

msgid "Not understood as dates: please choose below, or write it in another way."
msgstr "No se entendió como fechas: elija abajo, o escríbalo de otra manera."

msgid "Note"
msgstr "Nota"

#, python-format
msgid "Note %(key)s"
msgstr "Nota %(key)s"

msgid "Note on the data"
msgstr "Nota sobre los datos"

msgid "Notes on the data"
msgstr "Notas sobre los datos"

msgid "Nothing has been written yet."
msgstr "Todavía no se ha escrito nada."

msgid "Nothing in the document or the data called for a note."
msgstr "Nada en el documento ni en los datos pidió una nota."

msgid "Nothing is asked of you at the moment. When the Secretariat opens a round of reporting, your activities appear here and a mail tells you."
msgstr "Por ahora no se le pide nada. Cuando la Secretaría abra una ronda de informes, sus actividades aparecerán aquí y un correo se lo avisará."

msgid "Nothing is known of the past of this row."
msgstr "No se sabe nada del pasado de esta fila."

msgid "Nothing is written before you have seen what would be made of the list and have confirmed it."
msgstr "No se guarda nada antes de que usted haya visto y confirmado lo que se haría con la lista."

msgid "Nothing is written before you have seen what would be made of the rows and have confirmed it."
msgstr "No se escribe nada hasta que usted haya visto qué se haría con las filas y lo haya confirmado."

msgid "Nothing is written before you have seen what would become of the file and have confirmed it. Take an exported file as a pattern: a row with a number in the column “id” is changed, a row without one is new. These columns may be written:"
msgstr "No se escribe nada antes de que usted vea qué resultaría del archivo y lo confirme. Tome como modelo un archivo exportado: una fila con un número en la columna «id» se cambia, una fila sin él es nueva. Se pueden escribir estas columnas:"

msgid "Nothing of what you typed is lost, and nothing was saved yet. Please choose for each part."
msgstr "Nada de lo que usted escribió se ha perdido, y aún no se guardó nada. Elija para cada parte."

#, python-format
msgid "Nothing that you may see has “%(words)s”."
msgstr "Nada de lo que usted puede ver contiene «%(words)s»."

msgid "Nothing unusual was found in the document or in the data."
msgstr "No se encontró nada fuera de lo común en el documento ni en los datos."

msgid "Nothing waits for you."
msgstr "No hay nada en espera."

msgid "Nothing was added: every party of the list is there already."
msgstr "No se agregó nada: todos los actores de la lista ya existen."

msgid "Nothing was changed."
msgstr "No se cambió nada."

msgid "Nothing was changed. The same report can be read as a page; please try the PDF again in a few minutes."
msgstr "No se ha cambiado nada. El mismo informe puede leerse como página; intente generar el PDF de nuevo dentro de unos minutos."

msgid "Nothing was changed. The same report can be read as a page; you may try the PDF again; if it fails twice, please write to the Secretariat."
msgstr "No se ha modificado nada. El mismo informe puede leerse como página; puede intentar el PDF de nuevo; si falla dos veces, escriba a la Secretaría."

msgid "Nothing was lost. Please ask the Secretariat to send it again: one press of a button is enough."
msgstr "No se ha perdido nada. Pida a la Secretaría que la envíe de nuevo: basta con pulsar un botón."

#, python-format
msgid "Nothing was reported on %(count)s line, with %(activities)s activities in all."
msgid_plural "Nothing was reported on %(count)s lines, with %(activities)s activities in all."
msgstr[0] "De %(count)s línea, con %(activities)s actividades en total, no se reportó nada."
msgstr[1] "De %(count)s líneas, con %(activities)s actividades en total, no se reportó nada."

msgid "Nothing was saved: this was changed since you opened it."
msgstr "No se guardó nada: esto cambió desde que usted lo abrió."

msgid "Nothing was withdrawn: a row was changed since you opened this page. Please look again."
msgstr "No se retiró nada: una fila cambió desde que usted abrió esta página. Vuelva a mirar."

msgid "Nothing was written: please correct the rows first."
msgstr "No se escribió nada: corrija primero las filas."

msgid "Nothing was written: the register has changed since you looked. This is how it would be now."
msgstr "No se escribió nada: el registro cambió desde que usted miró. Así resultaría ahora."

msgid "Notice"
msgstr "Aviso"

msgid "Number"
msgstr "Número"

msgid "Number of the second part"
msgstr "Número de la segunda parte"

msgid "Numbers that differ between the languages"
msgstr "Cifras distintas entre los idiomas"

msgid "Objective"
msgstr "Objetivo"

msgid "Observations"
msgstr "Observaciones"

msgid "Observations in English"
msgstr "Observaciones en inglés"

msgid "Observations in Spanish"
msgstr "Observaciones en español"

#, python-format
msgid "Of %(count)s indicator with a target, %(met)s meets it and %(not_met)s does not so far."
msgid_plural "Of %(count)s indicators with a target, %(met)s meet it and %(not_met)s do not so far."
msgstr[0] "De %(count)s indicador con meta, %(met)s la cumple y %(not_met)s no la cumple hasta ahora."
msgstr[1] "De %(count)s indicadores con meta, %(met)s la cumplen y %(not_met)s no la cumplen hasta ahora."

#, python-format
msgid "Of the %(total)s activities of the plan, %(completed)s are completed, %(open)s are reported and not completed, and nothing is reported of %(unknown)s."
msgstr "De las %(total)s actividades del plan, %(completed)s están completadas; %(open)s, reportadas sin completar; de %(unknown)s no hay informe."

msgid "Of those who sign in: name, e-mail address, language, the parties they act for, since when and until when, and what they did here. Of those named in plans and minutes: what these documents say. Nothing else is asked for."
msgstr "De quienes inician sesión: nombre, correo electrónico, idioma, las partes por las que actúan, desde cuándo y hasta cuándo, y lo que hicieron aquí. De quienes se nombran en planes y actas: lo que dicen esos documentos. No se pide nada más."

msgid "Of what"
msgstr "De qué"

msgid "Official reference"
msgstr "Referencia oficial"

#, python-format
msgid "On %(at)s (UTC) somebody signed in to your account from a browser that had not been seen before."
msgstr "El %(at)s (UTC) alguien inició sesión en su cuenta desde un navegador que no se había visto antes."

#, python-format
msgid "On the day of the data, members: %(members)s; partners: %(partners)s."
msgstr "A la fecha de los datos, miembros: %(members)s; socios: %(partners)s."

#, python-format
msgid "On the other %(count)s nothing was reported: whether it was done is not known."
msgid_plural "On the other %(count)s nothing was reported: whether they were done is not known."
msgstr[0] "De la otra (%(count)s) no se reportó nada: no se sabe si se hizo."
msgstr[1] "De las otras %(count)s no se reportó nada: no se sabe si se hicieron."

msgid "On this page"
msgstr "En esta página"

msgid "One item a line."
msgstr "Un elemento por línea."

msgid "One of the spellings is longer than 200 characters."
msgstr "Una de las grafías tiene más de 200 caracteres."

msgid "One of the two is enough."
msgstr "Basta uno de los dos."

msgid "One of the two names is enough."
msgstr "Basta con uno de los dos nombres."

msgid "One of these warnings is not there any more; nothing was marked. Please look again."
msgstr "Una de estas advertencias ya no existe; no se marcó nada. Revise la lista de nuevo."

#, python-format
msgid "One square per programmed percentage (%(total)s); solid where what was executed is reported (%(count)s)."
msgstr "Un cuadro por porcentaje programado (%(total)s); lleno si se informó lo ejecutado (%(count)s)."

msgid "Only accepted reports of rounds whose period has ended by the data date, and accepted values dated by then, are used."
msgstr "Solo se usan reportes aceptados de rondas cuyo período había terminado a la fecha de los datos, y valores aceptados con fecha hasta ese día."

msgid "Only those needed to sign in, to protect forms and to remember the language. There are no counters, no advertising and no contents from other sites."
msgstr "Solo las necesarias para iniciar sesión, proteger los formularios y recordar el idioma. No hay contadores, ni publicidad, ni contenidos de otros sitios."

msgid "Open"
msgstr "Abrir"

msgid "Open as PDF"
msgstr "Abrir en PDF"

msgid "Open invitations"
msgstr "Invitaciones abiertas"

msgid "Open it again"
msgstr "Reabrir"

msgid "Open the first plan"
msgstr "Abrir el primer plan"

msgid "Open this page to accept. The link signs nobody in: after it, a code is mailed to this address."
msgstr "Abra esta página para aceptar. El enlace no inicia sesión: después se envía un código a esta dirección."

msgid "Operator of the site"
msgstr "Persona operadora del sitio"

msgid "Or a file: .xlsx or .csv"
msgstr "O un archivo: .xlsx o .csv"

msgid "Order"
msgstr "Orden"

msgid "Origin in English"
msgstr "Origen en inglés"

msgid "Origin in Spanish"
msgstr "Origen en español"

msgid "Other activity"
msgstr "Otra actividad"

msgid "Other days"
msgstr "Otros días"

msgid "Other spellings"
msgstr "Otras grafías"

msgid "PNG, JPEG or WebP, at most 1 MB. It stands on the public page."
msgstr "PNG, JPEG o WebP, de 1 MB como máximo. Figura en la página pública."

#, python-format
msgid "Page %(number)s of %(all)s"
msgstr "Página %(number)s de %(all)s"

#, python-format
msgid "Page %(number)s of %(total)s"
msgstr "Página %(number)s de %(total)s"

#, python-format
msgid "Page %(page)s of %(pages)s"
msgstr "Página %(page)s de %(pages)s"

msgid "Pages of the history"
msgstr "Páginas del historial"

msgid "Pages of the list"
msgstr "Páginas de la lista"

msgid "Pages of this list"
msgstr "Páginas de esta lista"

msgid "Pages of this plan"
msgstr "Páginas de este plan"

msgid "Part of the addresses of its pages, and never changed. Empty: it is made of the title."
msgstr "Forma parte de las direcciones de sus páginas y no cambia nunca. Si queda vacía, se forma con el título."

msgid "Part of the addresses of its pages, and never changed: small letters, figures, hyphens."
msgstr "Forma parte de las direcciones de sus páginas y no se cambia nunca: minúsculas, cifras, guiones."

msgid "Part of the total"
msgstr "Parte del total"

msgid "Parties in alphabetical order. A dash: the party was asked for no report in that round."
msgstr "Actores en orden alfabético. Una raya: en esa ronda no se le pidió informe."

msgid "Parties were added"
msgstr "Se añadieron partes"

msgid "Parts of the report"
msgstr "Partes del informe"

msgid "Parts with nothing to show"
msgstr "Partes sin contenido"

msgid "Party"
msgstr "Actor"

#, python-format
msgid "Password of the new users: %(password)s (choose your own with %(variable)s)"
msgstr "Contraseña de las cuentas nuevas: %(password)s (puede elegir la suya con %(variable)s)"

msgid "Paste rows"
msgstr "Pegar filas"

msgid "People"
msgstr "Personas"

msgid "People and invitations"
msgstr "Personas e invitaciones"

msgid "People reached"
msgstr "Personas beneficiarias"

msgid "Percentage"
msgstr "Porcentaje"

msgid "Percentages"
msgstr "Porcentajes"

#, python-format
msgid "Percentages are read as: %(words)s."
msgstr "Los porcentajes se leen como: %(words)s."

msgid "Percentages by period"
msgstr "Porcentajes por período"

msgid "Percentages of different activities are averaged, never added; an activity that did not report does not enter the average."
msgstr "Los porcentajes de actividades distintas se promedian, nunca se suman; la actividad sin informe no entra en el promedio."

msgid "Percentages that do not fit their reading"
msgstr "Porcentajes que no encajan con su lectura"

msgid "Percentages, targets or rounds hang on this period: it stays."
msgstr "De este período dependen porcentajes, metas o rondas: se queda."

msgid "Perhaps there already: please decide"
msgstr "Quizá ya existen: decida usted"

msgid "Period"
msgstr "Período"

msgid "Period as printed"
msgstr "Período impreso"

msgid "Period, as the plan writes it"
msgstr "Período, como lo escribe el plan"

msgid "Periods that were not understood"
msgstr "Períodos que no se entendieron"

msgid "Place in lists and source"
msgstr "Lugar en las listas y fuente"

msgid "Place in the plan"
msgstr "Lugar en el plan"

msgid "Places in bodies"
msgstr "Lugares en órganos"

msgid "Plan"
msgstr "Plan"

msgid "Plan document"
msgstr "Documento del plan"

msgid "Planned for"
msgstr "Previsto para"

msgid "Plans"
msgstr "Planes"

msgid "Plans and reports"
msgstr "Planes e informes"

#, python-format
msgid "Plans appear here as soon as a Secretariat gives one to %(email)s. Please write to the Secretariat of your coalition and name this address."
msgstr "Los planes aparecerán aquí en cuanto una Secretaría asigne un puesto a %(email)s. Escriba a la Secretaría de su coalición e indique esta dirección."

msgid "Plans appear here as soon as a coalition in which you have a seat has one."
msgstr "Los planes aparecen aquí en cuanto los tenga una coalición en la que usted ocupa un puesto."

msgid "Plans, activities, indicators, reports, meetings, decisions, documents and parties that you may see. All words must be there; the beginning of a word is enough; accents and capitals play no part."
msgstr "Planes, actividades, indicadores, reportes, reuniones, decisiones, documentos y actores que usted puede ver. Deben estar todas las palabras; basta con el comienzo de cada una; las tildes y las mayúsculas no importan."

msgid "Please choose a party."
msgstr "Elija un actor."

msgid "Please choose a plan, or write what the plan is tied to."
msgstr "Elija un plan o escriba con qué se vincula el plan."

msgid "Please choose an objective of this plan."
msgstr "Elija un objetivo de este plan."

msgid "Please choose at least one warning."
msgstr "Elija al menos una advertencia."

msgid "Please confirm that it is you"
msgstr "Confirme que es usted"

msgid "Please correct them below, or in your file, and look again."
msgstr "Corríjalas aquí abajo o en su archivo y vuelva a mirar."

msgid "Please correct them in your file and send it again."
msgstr "Corríjalas en su archivo y envíelo de nuevo."

msgid "Please give both days, the first one first."
msgstr "Indique los dos días, primero el inicial."

msgid "Please give each part a title."
msgstr "Escriba un título para cada parte."

msgid "Please give the activity a title, in one language at least."
msgstr "Escriba el título de la actividad, al menos en un idioma."

msgid "Please give the name in at least one language."
msgstr "Indique el nombre al menos en un idioma."

msgid "Please give the start and the end, or the term in words."
msgstr "Indique el inicio y el fin, o la vigencia en palabras."

msgid "Please give the title in at least one language."
msgstr "Indique el título al menos en un idioma."

msgid "Please keep a name, or choose to take the indicator off this activity."
msgstr "Conserve un nombre, o elija quitar el indicador de esta actividad."

msgid "Please name the same number of levels in both languages."
msgstr "Indique el mismo número de niveles en ambos idiomas."

msgid "Please name two to four levels, with > between them."
msgstr "Indique de dos a cuatro niveles, separados por >."

msgid "Please paste a list or choose a file: this one is empty."
msgstr "Pegue una lista o elija un archivo: no contiene nada."

#, python-brace-format
msgid "Please paste at most {number} rows at a time."
msgstr "Pegue como máximo {number} filas a la vez."

msgid "Please say both what the column is called and what it holds, or neither."
msgstr "Indique tanto el nombre de la columna como lo que contiene, o ninguno de los dos."

msgid "Please say by how many months or days."
msgstr "Indique cuántos meses o días."

msgid "Please say why: the reason stays in the log."
msgstr "Indique por qué: el motivo queda en el registro de auditoría."

msgid "Please tick the rows first."
msgstr "Marque primero las filas."

msgid "Please withdraw rows of one coalition at a time."
msgstr "Retire cada vez filas de una sola coalición."

msgid "Please write a title or a text in at least one language."
msgstr "Escriba un título o un texto al menos en un idioma."

msgid "Please write this in at least one language."
msgstr "Escríbalo al menos en un idioma."

msgid "Please write to the Secretariat of your coalition. It will give you the content in another form, and pass the fault on to be mended."
msgstr "Escriba a la Secretaría de su coalición. Le dará el contenido en otra forma y comunicará el fallo para que se corrija."

msgid "Please write why this can stay as it is."
msgstr "Escriba por qué esto puede quedar como está."

msgid "Plenaria administration"
msgstr "Administración de Plenaria"

#, python-format
msgid "Plenaria at %(site)s wrote this mail by itself."
msgstr "Plenaria, en %(site)s, ha enviado este mensaje de forma automática."

msgid "Possible"
msgstr "Posible"

msgid "Postal address of the Secretariat"
msgstr "Dirección postal de la Secretaría"

msgid "Prepared by"
msgstr "Preparado por"

#, python-format
msgid "Prepared by: %(name)s"
msgstr "Preparado por: %(name)s"

msgid "Previous"
msgstr "Anterior"

msgid "Previous page"
msgstr "Página anterior"

msgid "Priority, plan or partner in English"
msgstr "Prioridad, plan o socio en inglés"

msgid "Priority, plan or partner in Spanish"
msgstr "Prioridad, plan o socio en español"

msgid "Programmed"
msgstr "Programado"

#, python-format
msgid "Programmed %%"
msgstr "Programado %%"

msgid "Programmed / executed"
msgstr "Programado / ejecutado"

msgid "Programmed and executed"
msgstr "Programado y ejecutado"

msgid "Programmed and executed percentages are those entered or printed. They are averaged over activities and never added up over them."
msgstr "Los porcentajes programados y ejecutados son los registrados o impresos. Entre actividades se promedian; nunca se suman."

msgid "Programmed and reported, by period"
msgstr "Programado y reportado, por período"

#, python-brace-format
msgid "Programmed, {period}"
msgstr "Programado, {period}"

msgid "Progress report"
msgstr "Reporte de avance"

msgid "Progress, timeline and indicators appear here once the Secretariat has brought in its lines and activities."
msgstr "El avance, el cronograma y los indicadores aparecerán aquí cuando la Secretaría haya incorporado las líneas y actividades."

msgid "Public page"
msgstr "Página pública"

msgid "Purpose and addressees"
msgstr "Propósito y destinatarios"

msgid "Purpose in English"
msgstr "Propósito en inglés"

msgid "Purpose in Spanish"
msgstr "Propósito en español"

msgid "Put it back"
msgstr "Reponer"

#, python-brace-format
msgid "Put {code} into the one before"
msgstr "Meter {code} en el anterior"

#, python-brace-format
msgid "Put {code} one level further out"
msgstr "Sacar {code} un nivel"

msgid "QR code with the key below"
msgstr "Código QR con la clave que figura debajo"

msgid "Quarters"
msgstr "Trimestres"

#, python-format
msgid "Questions? Please write to %(contact)s."
msgstr "¿Preguntas? Escriba a %(contact)s."

#, python-format
msgid "Reached: %(reached)s; reported as not yet reached: %(open)s; not reported: %(unknown)s."
msgstr "Alcanzados: %(reached)s; reportados como aún no alcanzados: %(open)s; sin informe: %(unknown)s."

msgid "Read the columns again"
msgstr "Leer de nuevo las columnas"

msgid "Read the report as a page"
msgstr "Leer el informe como página"

msgid "Reading of percentages"
msgstr "Lectura de los porcentajes"

msgid "Reason"
msgstr "Motivo"

msgid "Recovery codes"
msgstr "Códigos de recuperación"

msgid "Reference"
msgstr "Referencia"

msgid "References"
msgstr "Referencias"

msgid "Registers"
msgstr "Registros"

msgid "Remove"
msgstr "Quitar"

msgid "Remove it with everything in it"
msgstr "Quitarlo con todo su contenido"

msgid "Remove the app"
msgstr "Quitar la aplicación"

msgid "Remove the authenticator app"
msgstr "Quitar la aplicación de autenticación"

#, python-format
msgid "Remove the level “%(name)s”, which is not used"
msgstr "Quitar el nivel «%(name)s», que no se usa"

msgid "Remove this period: nothing hangs on it"
msgstr "Quitar este período: nada depende de él"

msgid "Remove this row"
msgstr "Quitar esta fila"

msgid "Removed, can be put back"
msgstr "Quitado, se puede reponer"

msgid "Reported"
msgstr "Con informe"

msgctxt "activities"
msgid "Reported"
msgstr "Reportadas"

msgid "Reported and not completed"
msgstr "Reportadas y no completadas"

#, python-format
msgid "Reported for %(round)s"
msgstr "Reportado de %(round)s"

msgid "Reporting"
msgstr "Informes y reportes"

msgid "Reports accepted"
msgstr "Informes aceptados"

msgid "Reports are written by those who were asked, and accepted in the review. Here they can be read."
msgstr "Los reportes los escriben quienes fueron consultados y se aceptan en la revisión. Aquí se pueden leer."

msgid "Resources"
msgstr "Recursos"

msgid "Resources and observations"
msgstr "Recursos y observaciones"

msgid "Resources in English"
msgstr "Recursos en inglés"

msgid "Resources in Spanish"
msgstr "Recursos en español"

msgid "Responsible"
msgstr "Responsable"

msgid "Responsible party"
msgstr "Parte responsable"

msgid "Responsible, for all its activities that name nobody"
msgstr "Responsable de todas sus actividades que no nombran a nadie"

#, python-format
msgid "Responsible, from %(code)s:"
msgstr "Responsable, de %(code)s:"

msgid "Result"
msgid_plural "Results"
msgstr[0] "Resultado"
msgstr[1] "Resultados"

msgid "Result in English"
msgstr "Resultado en inglés"

msgid "Result in Spanish"
msgstr "Resultado en español"

msgid "Returned with a note"
msgstr "Devuelto con una nota"

msgid "Review"
msgstr "Revisión"

msgid "Revoke"
msgstr "Revocar"

msgid "Rights of the whole site"
msgstr "Permisos en todo el sitio"

msgid "Role"
msgstr "Función"

#, python-format
msgid "Round <strong>%(period)s</strong>, received until <strong>%(due)s</strong>."
msgstr "Ronda: <strong>%(period)s</strong>. Se recibe hasta el <strong>%(due)s</strong>."

msgid "Rounds of reporting"
msgstr "Rondas de informe"

msgid "Row"
msgstr "Fila"

#, python-format
msgid "Row %(row)s: add “%(name)s” as another party than “%(like)s”"
msgstr "Fila %(row)s: agregar «%(name)s» como un actor distinto de «%(like)s»"

#, python-format
msgid "Row %(row)s: “%(name)s” is there already, as %(like)s."
msgstr "Fila %(row)s: «%(name)s» ya existe, como %(like)s."

#, python-format
msgid "Row %(row)s: “%(name)s” stands higher up in this list."
msgstr "Fila %(row)s: «%(name)s» figura más arriba en esta lista."

#, python-brace-format
msgid "Row {number}: the number has more than {most} characters. Please shorten it."
msgstr "Fila {number}: el número tiene más de {most} caracteres. Acórtelo."

#, python-brace-format
msgid "Row {row} has more than {number} columns. Please send the list alone."
msgstr "La fila {row} tiene más de {number} columnas. Envíe solo la lista."

msgid "Rows"
msgstr "Filas"

msgid "Rows were pasted"
msgstr "Se pegaron filas"

msgid "SHA-256 digest of this report’s data"
msgstr "Huella SHA-256 de los datos de este informe"

msgid "Save"
msgstr "Guardar"

msgid "Save and close"
msgstr "Guardar y cerrar"

msgid "Save the columns"
msgstr "Guardar las columnas"

msgid "Save the header"
msgstr "Guardar el encabezado"

msgid "Save the name"
msgstr "Guardar el nombre"

msgid "Save the names"
msgstr "Guardar los nombres"

msgid "Save the objective"
msgstr "Guardar el objetivo"

msgid "Save the password"
msgstr "Guardar la contraseña"

msgid "Save the section"
msgstr "Guardar la sección"

msgid "Save the settings"
msgstr "Guardar la configuración"

msgid "Save the standing"
msgstr "Guardar la calidad"

msgid "Save what is chosen"
msgstr "Guardar lo elegido"

#, python-format
msgid "Saved at %(at)s"
msgstr "Guardado a las %(at)s"

msgid "Saved meanwhile"
msgstr "Guardado entretanto"

msgid "Saved now"
msgstr "Guardado ahora"

msgid "Saving now keeps what stands in the form."
msgstr "Si guarda ahora, queda lo que está en el formulario."

msgid "Scan this picture with an authenticator app on your phone, or type the key into it. Then type the six digits that the app shows."
msgstr "Escanee esta imagen con una aplicación de autenticación en su teléfono o escriba la clave en ella. Después escriba las seis cifras que muestra la aplicación."

msgid "Schedule"
msgstr "Cronograma"

msgid "Search"
msgstr "Buscar"

msgctxt "verb"
msgid "Search"
msgstr "Buscar"

msgid "Search in all coalitions"
msgstr "Buscar en todas las coaliciones"

msgid "Search in this coalition only"
msgstr "Buscar solo en esta coalición"

#, python-format
msgid "Search: %(words)s"
msgstr "Buscar: %(words)s"

msgid "Seats"
msgstr "Puestos"

msgid "Seats are given, ended and handed over on the page “People” of each coalition."
msgstr "Los puestos se dan, se terminan y se traspasan en la página «Personas» de cada coalición."

msgid "Second part in English"
msgstr "Segunda parte en inglés"

msgid "Second part in Spanish"
msgstr "Segunda parte en español"

msgid "Secretariat"
msgstr "Secretaría"

msgid "Secretariat: sign in with a password"
msgstr "Secretaría: iniciar sesión con contraseña"

msgid "Section"
msgstr "Sección"

msgid "See how it would look"
msgstr "Ver cómo se vería"

msgid "See the invitation"
msgstr "Ver la invitación"

msgid "See the public page"
msgstr "Ver la página pública"

msgid "See what would be added"
msgstr "Ver lo que se agregaría"

msgid "See what would become of it"
msgstr "Ver qué resultaría"

msgid "Seen and kept"
msgstr "Visto y mantenido"

msgid "Send again"
msgstr "Enviar de nuevo"

msgid "Send it again"
msgstr "Enviar de nuevo"

msgid "Send the invitation"
msgstr "Enviar la invitación"

msgid "Sent, waiting for the Secretariat"
msgstr "Enviado, en espera de la Secretaría"

msgid "Set the status"
msgstr "Poner el estado"

msgid "Set up a coalition"
msgstr "Crear una coalición"

msgid "Set up the first coalition"
msgstr "Crear la primera coalición"

msgid "Set up the first one and name who runs its Secretariat: an invitation goes there by mail, and the Secretariat brings in members, people and the first plan."
msgstr "Cree la primera e indique quién lleva su Secretaría: recibirá una invitación por correo, y la Secretaría incorporará los miembros, las personas y el primer plan."

msgid "Set up the second step"
msgstr "Configurar el segundo paso"

msgid "Settings"
msgstr "Configuración"

msgid "Settled"
msgstr "Resueltas"

msgid "Several activities were changed"
msgstr "Se modificaron varias actividades"

#, python-format
msgid "Shared with %(codes)s: a change applies there too."
msgstr "Compartido con %(codes)s: un cambio vale también allí."

msgid "Shares"
msgstr "Porcentajes"

msgid "Short address"
msgstr "Dirección corta"

msgid "Short name"
msgstr "Nombre corto"

msgid "Show"
msgstr "Mostrar"

msgid "Show all plans"
msgstr "Mostrar todos los planes"

msgid "Show everything"
msgstr "Mostrar todo"

msgctxt "timeline"
msgid "Shown as"
msgstr "Mostrado como"

msgid "Shown to everybody, with the contact."
msgstr "Se muestra a todo el mundo, con el contacto."

msgid "Sign in"
msgstr "Iniciar sesión"

msgid "Sign in with a password"
msgstr "Iniciar sesión con contraseña"

msgid "Sign out"
msgstr "Cerrar sesión"

msgid "Sign out everywhere"
msgstr "Cerrar sesión en todas partes"

msgid "Six hexadecimal digits after #, in lower case."
msgstr "Seis dígitos hexadecimales después de #, en minúsculas."

msgid "Skip to content"
msgstr "Ir al contenido"

msgid "Some of these rows are not in the plan any more. Nothing was changed."
msgstr "Algunas de estas filas ya no están en el plan. No se cambió nada."

#, python-brace-format
msgid "Somebody changed these rows since you saw them: {codes}. Nothing was done; please look again."
msgstr "Alguien cambió estas filas desde que usted las vio: {codes}. No se hizo nada; revíselas de nuevo."

msgid "Somebody changed this row meanwhile; nothing was done. Please look at it again."
msgstr "Alguien cambió esta fila entretanto; no se hizo nada. Revísela de nuevo."

msgid "Somebody changed this while you were writing. Nothing was saved."
msgstr "Alguien cambió esto mientras usted escribía. No se guardó nada."

#, python-format
msgid "Somebody else changed %(name)s while you were editing it"
msgstr "Otra persona cambió %(name)s mientras usted editaba"

msgid "Somebody else changed this objective while you were editing it"
msgstr "Otra persona cambió este objetivo mientras usted lo editaba"

msgid "Somebody else saved this meanwhile"
msgstr "Otra persona guardó esto entretanto"

msgid "Somebody of this coalition has the seat at once. Anybody else is invited, and the seat stays where it is until the invitation is accepted. Open drafts go with it."
msgstr "Si la persona pertenece a esta coalición, recibe el puesto de inmediato. Si no, se le envía una invitación y el puesto queda donde está hasta que la acepte. Los borradores abiertos pasan con él."

msgid "Somebody removed this section while you were writing. Saving adds it again, as the last."
msgstr "Alguien quitó esta sección mientras usted escribía. Al guardar se agrega de nuevo, como la última."

msgid "Something went wrong"
msgstr "Algo ha fallado"

msgid "Source"
msgstr "Fuente"

msgid "Source Sans 3 and Source Serif 4, by Adobe, under the SIL Open Font Licence 1.1."
msgstr "Source Sans 3 y Source Serif 4, de Adobe, con licencia SIL Open Font 1.1."

msgid "Sources"
msgstr "Fuentes"

msgid "Spanish"
msgstr "Español"

msgid "Spellings"
msgstr "Grafías"

msgid "Spellings in documents"
msgstr "Grafías en los documentos"

#, python-format
msgid "Split %(name)s"
msgstr "Dividir %(name)s"

msgid "Split into two"
msgstr "Dividir en dos"

msgid "Split the activity"
msgstr "Dividir la actividad"

msgid "Standing"
msgstr "Calidad"

msgid "Standing in the coalition"
msgstr "Calidad en la coalición"

msgid "Standing is changed and ended on the page of the party, where it keeps its reason. Here days are corrected."
msgstr "La calidad se cambia y se termina en la página del actor, donde conserva su motivo. Aquí se corrigen las fechas."

msgid "Standing of rows that do not say it"
msgstr "Calidad de las filas que no la indican"

msgid "Start"
msgstr "Inicio"

msgid "State"
msgstr "Estado"

msgctxt "of a plan"
msgid "State"
msgstr "Estado"

msgid "State and source"
msgstr "Estado y fuente"

msgid "State as printed"
msgstr "Estado como está impreso"

msgid "State not stated"
msgstr "El estado no consta"

msgid "Statement in English"
msgstr "Enunciado en inglés"

msgid "Statement in Spanish"
msgstr "Enunciado en español"

msgid "Status"
msgstr "Estado"

msgid "Status as of"
msgstr "Estado al día"

msgid "Status by line"
msgstr "Estado por línea"

msgid "Status of each activity, one square per activity. Each counts once; what was not reported is shown apart and never counts as zero."
msgstr "Estado de cada actividad, un cuadro por actividad. Cada una cuenta una vez; la que no se ha reportado se muestra aparte y nunca cuenta como cero."

msgid "Subject in English"
msgstr "Asunto en inglés"

msgid "Subject in Spanish"
msgstr "Asunto en español"

#, python-format
msgid "Sum of what was reported (%(n)s reported, %(missing)s not)"
msgstr "Suma de lo reportado (%(n)s con informe, %(missing)s sin informe)"

msgid "Switch on the second step"
msgstr "Activar el segundo paso"

msgid "Tagged PDF (PDF/UA-1). Status is told by shape and word, never by colour alone; what the timeline and the charts draw also stands in words and figures."
msgstr "PDF etiquetado (PDF/UA-1). El estado se distingue por forma y palabra, nunca solo por color; lo que dibujan el cronograma y las gráficas está también en palabras y cifras."

msgid "Take away"
msgstr "Retirar"

msgid "Take away a filter, or show all plans."
msgstr "Quite un filtro o muestre todos los planes."

msgid "Take in"
msgstr "Incorporar"

msgid "Take the saved version"
msgstr "Quedarse con lo guardado"

#, python-format
msgid "Take what is saved: %(field)s"
msgstr "Tomar lo guardado: %(field)s"

msgid "Target"
msgstr "Meta"

msgctxt "label"
msgid "Target"
msgstr "Meta"

msgid "Target met"
msgstr "Meta alcanzada"

#, python-format
msgid "Target met: %(met)s; not yet met: %(not_met)s; not known: %(unknown)s; without a target: %(without)s. With a baseline: %(base)s."
msgstr "Meta alcanzada: %(met)s; aún no: %(not_met)s; no se sabe: %(unknown)s; sin meta: %(without)s. Con línea de base: %(base)s."

#, python-format
msgid "Target understood as: %(understood)s"
msgstr "Meta entendida como: %(understood)s"

#, python-format
msgid "Target: %(field)s"
msgstr "Meta: %(field)s"

#, python-brace-format
msgid "Target: {targets}"
msgstr "Meta: {targets}"

msgid "Targets that contradict each other"
msgstr "Metas que se contradicen"

msgid "Targets, one a line"
msgstr "Metas, una por línea"

msgid "Term"
msgstr "Vigencia"

msgctxt "of a plan"
msgid "Term"
msgstr "Vigencia"

msgid "Term as printed"
msgstr "Vigencia como está impresa"

msgid "Term as printed and dates of the plan"
msgstr "Vigencia impresa y fechas del plan"

msgid "Term as the document says it"
msgstr "Vigencia como la dice el documento"

msgid "Term ended"
msgstr "Plazo cumplido"

#, python-format
msgid "Terms are counted from the dates of the plan on %(day)s; they do not say whether the activity was done."
msgstr "El plazo se cuenta con las fechas del plan al %(day)s; no dice si la actividad se hizo."

msgid "Text in English"
msgstr "Texto en inglés"

msgid "Text in Spanish"
msgstr "Texto en español"

msgid "Text in columns (.csv)"
msgstr "Texto en columnas (.csv)"

#, python-format
msgid "Text in the colour %(asked)s could not be read on white: %(kept)s was kept instead."
msgstr "Un texto en el color %(asked)s no se podría leer sobre blanco: en su lugar se guardó %(kept)s."

msgid "Texts that are not yet translated are shown in the language of the document, with a mark."
msgstr "Los textos todavía sin traducir se muestran en el idioma del documento, con una marca."

msgid "That was the last try. Please ask for a new code."
msgstr "Ese fue el último intento. Solicite un código nuevo."

msgid "The PDF could not be made"
msgstr "No se ha podido generar el PDF"

msgid "The PDF could not be made; the reason is in the log of the site."
msgstr "No se pudo preparar el PDF; la causa está en el registro del sitio."

msgid "The PDF is being made"
msgstr "Se está generando el PDF"

msgid "The Secretariat"
msgstr "La Secretaría"

msgid "The Secretariat enters them."
msgstr "La Secretaría los registra."

msgid "The Secretariat has taken it back. If you think that this is a mistake, please write to it."
msgstr "La Secretaría la ha retirado. Si cree que se trata de un error, escríbale."

msgid "The address is not complete, or a newer invitation has taken its place. Please open the link of the most recent mail, whole, or ask the Secretariat that invited you to send it again."
msgstr "La dirección no está completa o una invitación más reciente la ha reemplazado. Abra el enlace completo del correo más reciente o pida a la Secretaría que le invitó que la envíe de nuevo."

msgid "The address or what was sent with it is not complete or not valid. Nothing was changed."
msgstr "La dirección, o lo enviado con ella, está incompleta o no es válida. No se ha cambiado nada."

msgid "The administration, used by Secretariats, has tables that are hard to read on a phone. Documents that coalitions brought in from elsewhere are as accessible as their authors made them."
msgstr "La administración, que usan las Secretarías, tiene tablas difíciles de leer en un teléfono. Los documentos que las coaliciones trajeron de otro lugar son tan accesibles como los hicieron sus autores."

msgid "The authenticator app was removed."
msgstr "Se ha quitado la aplicación de autenticación."

msgid "The calendar has this period already."
msgstr "El calendario ya tiene este período."

msgid "The calendar of a plan was made"
msgstr "Se creó el calendario de un plan"

msgid "The calendar stays as it is when the dates move: look at it"
msgstr "El calendario queda como está cuando cambian las fechas: revíselo"

msgid "The change was saved."
msgstr "El cambio se guardó."

msgid "The coalition"
msgstr "La coalición"

msgid "The coalition was set up"
msgstr "Se creó la coalición"

#, python-format
msgid "The code %(code)s stands more than once."
msgstr "El código %(code)s aparece más de una vez."

msgid "The codes you have now stop working."
msgstr "Los códigos que tiene ahora dejarán de funcionar."

msgid "The columns of a plan were named"
msgstr "Se nombraron las columnas de un plan"

msgid "The day is past; reports are still received."
msgstr "La fecha ya pasó; todavía se reciben informes."

#, python-format
msgid "The day must be written as 2026-03-31 and lie between %(first)s and %(last)s."
msgstr "El día debe escribirse como 2026-03-31 y estar entre el %(first)s y el %(last)s."

#, python-format
msgid "The document counts %(stated)s activities; %(listed)s are listed."
msgstr "El documento cuenta %(stated)s actividades; en la lista hay %(listed)s."

msgid "The document is too long to be made into a PDF."
msgstr "El documento es demasiado extenso para convertirlo en PDF."

#, python-format
msgid "The document states figures of its own, without the rows behind them: the <a href=\"%(url)s\">annual report</a> shows them beside those computed here."
msgstr "El documento declara cifras propias, sin las filas que las sustentan: el <a href=\"%(url)s\">informe anual</a> las muestra junto a las calculadas aquí."

msgid "The documents state totals of their own. They stand here as they were written, beside what can be counted from their rows; neither is changed to fit the other."
msgstr "Los documentos declaran totales propios. Aquí están como se escribieron, al lado de lo que se cuenta en sus filas; ninguno se cambia para que coincida con el otro."

msgid "The error is ours and was recorded. Nothing that was saved before is lost. Please try again in a few minutes."
msgstr "El error es nuestro y ha quedado registrado. No se ha perdido nada de lo guardado antes. Inténtelo de nuevo dentro de unos minutos."

#, python-format
msgid "The fields below are filled as they were saved on %(when)s by %(who)s. Nothing is changed before you save."
msgstr "Los campos de abajo llevan lo que guardó %(who)s el %(when)s. Nada cambia antes de que usted guarde."

#, python-format
msgid "The figures in the texts of %(code)s differ between Spanish and English."
msgstr "Las cifras en los textos de %(code)s difieren entre el español y el inglés."

msgid "The file"
msgstr "El archivo"

msgid "The file holds the rows of the list as you filtered it, with all their fields in both languages. A text that begins like a formula stays a text."
msgstr "El archivo contiene las filas de la lista tal como usted la filtró, con todos sus campos en ambos idiomas. Un texto que empieza como una fórmula sigue siendo un texto."

msgid "The file is empty."
msgstr "El archivo está vacío."

msgid "The file, which never changes"
msgstr "El archivo, que nunca cambia"

msgid "The frame is what was programmed, the fill what was executed of it."
msgstr "El marco es lo programado; el relleno, lo ejecutado."

msgid "The frame is what was programmed, the fill what was executed of it; half as high where it is under way and no share was reported."
msgstr "El marco es lo programado; el relleno, lo ejecutado; a media altura si está en curso y no se reportó cuánto."

msgid "The governing document was taken up"
msgstr "Se incorporó el documento de gobernanza"

msgid "The header of a plan was changed"
msgstr "Se cambió el encabezado de un plan"

#, python-format
msgid "The invitation holds until %(day)s. If it is not meant for you, please ignore this mail."
msgstr "La invitación vale hasta el %(day)s. Si no es para usted, no tenga en cuenta este mensaje."

msgid "The invitation is valid for 14 days. Its link signs nobody in: the person accepts, and then signs in by a code mailed to this address."
msgstr "La invitación vale 14 días. Su enlace no abre ninguna sesión: la persona acepta y luego ingresa con un código enviado a esta dirección."

#, python-format
msgid "The invitation to %(address)s was revoked; its link no longer works."
msgstr "La invitación a %(address)s fue revocada; su enlace ya no funciona."

#, python-format
msgid "The invitation was accepted for %(address)s. To use that seat, sign out and sign in with that address."
msgstr "La invitación fue aceptada para %(address)s. Para usar ese puesto, cierre la sesión e ingrese con esa dirección."

#, python-format
msgid "The invitation was sent again to %(address)s; the earlier link no longer works."
msgstr "La invitación se envió de nuevo a %(address)s; el enlace anterior ya no funciona."

#, python-format
msgid "The invitation was sent to %(address)s."
msgstr "La invitación se envió a %(address)s."

msgid "The language in which the document is printed."
msgstr "El idioma en que está impreso el documento."

#, python-format
msgid "The language must be one of: %(names)s."
msgstr "El idioma debe ser uno de estos: %(names)s."

msgid "The levels of a plan were renamed"
msgstr "Se cambiaron los nombres de los niveles de un plan"

msgid "The list serves to decide what passes to the next plan; of those not reported, those who answer for them should be asked first."
msgstr "La lista sirve para decidir qué pasa al plan siguiente; de las no reportadas, conviene preguntar antes a quien responde por ellas."

msgid "The list, one party a line"
msgstr "La lista, un actor por línea"

msgid "The name is missing."
msgstr "Falta el nombre."

#, python-brace-format
msgid "The number {code} is in the plan already; both stay as written."
msgstr "El número {code} ya está en el plan; ambos quedan como están escritos."

msgid "The objective was added."
msgstr "Se agregó el objetivo."

msgid "The oldest change comes first; each is saved on its own."
msgstr "El cambio más antiguo va primero; cada uno se guarda por separado."

msgid "The people of the same coalition, and whoever runs the site. The public sees only what was published, and the contact that the Secretariat gives. Nothing is sold, and nothing is given to anybody else."
msgstr "Las personas de la misma coalición y quien opera el sitio. El público ve solo lo publicado y el contacto que da la Secretaría. No se vende nada y no se entrega nada a nadie más."

msgid "The period is proposed, not printed."
msgstr "El período es propuesto, no impreso."

#, python-format
msgid "The period of %(code)s is printed as “%(printed)s”, but its dates are %(start)s to %(end)s."
msgstr "El período de %(code)s está impreso como «%(printed)s», pero sus fechas son del %(start)s al %(end)s."

#, python-format
msgid "The period of %(count)s activity has ended and it is reported as not finished."
msgid_plural "The period of %(count)s activities has ended and they are reported as not finished."
msgstr[0] "El plazo de %(count)s actividad terminó y se reportó que no está terminada."
msgstr[1] "El plazo de %(count)s actividades terminó y se reportó que no están terminadas."

#, python-format
msgid "The period of %(count)s activity has ended and there is no report on it. This does not mean that it was not done."
msgid_plural "The period of %(count)s activities has ended and there is no report on them. This does not mean that they were not done."
msgstr[0] "El plazo de %(count)s actividad terminó y no hay informe sobre ella. No quiere decir que no se haya hecho."
msgstr[1] "El plazo de %(count)s actividades terminó y no hay informe sobre ellas. No quiere decir que no se hayan hecho."

#, python-format
msgid "The period of %(n)s is proposed, not printed."
msgid_plural "The periods of %(n)s are proposed, not printed."
msgstr[0] "El período de %(n)s es propuesto, no impreso."
msgstr[1] "El período de %(n)s es propuesto, no impreso."

msgid "The period would end before it starts."
msgstr "El período terminaría antes de empezar."

#, python-format
msgid "The period “%(printed)s” of %(code)s was not understood."
msgstr "No se entendió el período «%(printed)s» de %(code)s."

#, python-brace-format
msgid "The period “{text}” can mean other days too; please choose in the row."
msgstr "El período «{text}» puede significar también otros días; elija en la fila."

#, python-brace-format
msgid "The period “{text}” was not understood; it is kept as written, without dates."
msgstr "No se entendió el período «{text}»; se conserva como está escrito, sin fechas."

#, python-brace-format
msgid "The place it belonged to is not there any more. Please put that back first: {what}."
msgstr "El lugar al que pertenecía ya no está. Reponga eso primero: {what}."

msgid "The plan at a glance"
msgstr "El plan de un vistazo"

msgid "The plan does not programme percentages by period: there is nothing to compare with what was executed."
msgstr "El plan no programa porcentajes por período: no hay con qué comparar lo ejecutado."

msgid "The plan drawn as it is: one row per activity, a bar where it is programmed."
msgstr "El plan dibujado como es: una fila por actividad, una barra donde está programada."

msgid "The plan drawn as it is: one square per activity."
msgstr "El plan dibujado como es: un cuadro por actividad."

#, python-format
msgid "The plan gives no date for %(n)s."
msgid_plural "The plan gives no date for %(n)s of them."
msgstr[0] "El plan no da fecha para %(n)s."
msgstr[1] "El plan no da fecha para %(n)s de ellos."

#, python-format
msgid "The plan has %(count)s indicator. It stands with its line; none is marked as a headline."
msgid_plural "The plan has %(count)s indicators. They stand with their lines; none is marked as a headline."
msgstr[0] "El plan tiene %(count)s indicador. Figura con su línea; ninguno está marcado como principal."
msgstr[1] "El plan tiene %(count)s indicadores. Figuran con sus líneas; ninguno está marcado como principal."

#, python-format
msgid "The plan has %(n)s indicator."
msgid_plural "The plan has %(n)s indicators."
msgstr[0] "El plan tiene %(n)s indicador."
msgstr[1] "El plan tiene %(n)s indicadores."

msgid "The plan has co-leads or participants, but no lead."
msgstr "El plan tiene colíderes o participantes, pero ningún líder."

msgid "The plan has no activities yet."
msgstr "El plan aún no tiene actividades."

msgid "The plan has no indicators apart from its milestones."
msgstr "El plan no tiene indicadores aparte de sus hitos."

msgid "The plan has no indicators."
msgstr "El plan no tiene indicadores."

msgid "The plan is shown as it was published. Where the document contradicts itself, repeats itself or is silent, this is what was found and how it was read. Nothing was corrected in silence."
msgstr "El plan se muestra como fue publicado. Donde el documento se contradice, se repite o calla, aquí se dice qué se encontró y cómo se leyó. Nada se corrigió en silencio."

msgid "The plan is tied to this one already."
msgstr "El plan ya está vinculado con este."

#, python-format
msgid "The plan runs from %(start)s to %(end)s; its unit is the %(unit)s. Percentages, targets and rounds hang on these periods, so nothing here changes by itself."
msgstr "El plan va del %(start)s al %(end)s; su unidad es el %(unit)s. De estos períodos dependen porcentajes, metas y rondas, así que nada cambia aquí por sí solo."

#, python-format
msgid "The plan states %(n)s milestone."
msgid_plural "The plan states %(n)s milestones."
msgstr[0] "El plan declara %(n)s hito."
msgstr[1] "El plan declara %(n)s hitos."

msgid "The plan states no dates for its activities, so there is no timeline."
msgstr "El plan no da fechas de sus actividades; por eso no hay cronograma."

msgid "The plan states no milestones."
msgstr "El plan no declara hitos."

msgid "The plan that it follows"
msgstr "El plan al que sigue"

msgid "The plan would end before it starts."
msgstr "El plan terminaría antes de empezar."

msgid "The plan would end before it starts; nothing was saved."
msgstr "El plan terminaría antes de empezar; no se guardó nada."

msgid "The plan's own words for each depth of its tree, the outermost first."
msgstr "Las palabras propias del plan para cada nivel de su árbol, de fuera hacia dentro."

msgid "The plan’s own names: matrix, reports and exports use them."
msgstr "Los nombres propios del plan: los usan la matriz, los informes y las exportaciones."

msgid "The present logo"
msgstr "El logotipo actual"

msgid "The public page"
msgstr "La página pública"

msgid "The role of a party in a plan was taken away"
msgstr "Se retiró la función de un actor en un plan"

msgid "The row was saved."
msgstr "Se guardó la fila."

msgid "The rule says how the values of several parties and days become one."
msgstr "La regla dice cómo los valores de varios actores y días se vuelven uno solo."

msgid "The safety of your Plenaria account was changed"
msgstr "Se ha modificado la seguridad de su cuenta de Plenaria"

#, python-format
msgid "The same as %(codes)s"
msgstr "El mismo de %(codes)s"

msgid "The seat was ended."
msgstr "El puesto fue terminado."

msgid "The seat was handed over."
msgstr "El puesto fue traspasado."

msgid "The second step"
msgstr "El segundo paso"

msgid "The settings were changed"
msgstr "Se cambió la configuración"

msgid "The settings were saved."
msgstr "La configuración se guardó."

msgid "The source says that it was not finished, and not whether it had begun."
msgstr "La fuente dice que no se terminó, pero no si había comenzado."

#, python-format
msgid "The source states the status of %(reported)s of %(total)s activities (“%(printed)s”)."
msgstr "La fuente indica el estado de %(reported)s de %(total)s actividades («%(printed)s»)."

msgid "The standing of a party was changed"
msgstr "Se cambió la calidad de un actor"

msgid "The status stated for an activity by the data date; without one, what its latest accepted reports say; without those, its executed percentage: all is completed, none not started, anything between in progress. Without any of them it is not reported."
msgstr "El estado indicado para la actividad a la fecha de los datos; si no lo hay, lo que dicen sus últimos reportes aceptados; si tampoco los hay, su porcentaje ejecutado: todo es completada, nada es no iniciada, lo intermedio está en desarrollo. Sin ninguno de ellos, la actividad queda como no reportada."

msgid "The stretches of a plan's calendar. One that nothing points at may be withdrawn."
msgstr "Los tramos del calendario de un plan. El que nada usa se puede retirar."

#, python-brace-format
msgid "The target “{text}” was not understood as a figure; it is kept as written."
msgstr "No se entendió la meta «{text}» como cifra; se conserva como está escrita."

msgid "The task worker is not running: PDFs are made while their readers wait. Start it with “manage.py work”."
msgstr "El proceso de tareas no está en marcha: los PDF se generan mientras esperan quienes los piden. Inícielo con «manage.py work»."

msgid "The task worker is running."
msgstr "El proceso de tareas está en marcha."

#, python-format
msgid "The term is printed as “%(printed)s”, but from %(start)s to %(end)s are %(days)d days."
msgstr "La vigencia está impresa como «%(printed)s», pero del %(start)s al %(end)s hay %(days)d días."

#, python-format
msgid "The term is printed as “%(printed)s”, but the plan runs from %(start)s to %(end)s."
msgstr "La vigencia está impresa como «%(printed)s», pero el plan va del %(start)s al %(end)s."

msgid "The thin line below a bar is the schedule as first approved."
msgstr "La línea fina bajo una barra es el calendario según se aprobó al inicio."

msgid "The unit of the calendar of a plan was changed"
msgstr "Se cambió la unidad del calendario de un plan"

#, python-format
msgid "The upright line is %(day)s."
msgstr "La línea vertical es el %(day)s."

msgid "The whole plan"
msgstr "Todo el plan"

msgid "The workbook is encrypted. Please save it without a password and send it again."
msgstr "El libro está cifrado. Guárdelo sin contraseña y envíelo de nuevo."

msgid "There is no coalition on this site yet."
msgstr "Todavía no hay ninguna coalición en este sitio."

msgid "There is no coalition yet to which this could belong."
msgstr "Todavía no hay ninguna coalición a la que esto pueda pertenecer."

msgid "There is no objective before it that it could belong to."
msgstr "No hay antes ningún objetivo al que pudiera pertenecer."

msgid "There is no plan to see yet."
msgstr "Todavía no hay ningún plan que ver."

msgid "There is no plan yet to which this could belong."
msgstr "Todavía no hay ningún plan al que esto pueda pertenecer."

msgid "There is no report. It does not mean zero."
msgstr "No hay informe. No equivale a cero."

msgid "There is no row with this number here. A new row has none."
msgstr "Aquí no hay ninguna fila con este número. Una fila nueva no lleva número."

msgid "There is no row with this number that you may choose."
msgstr "No hay ninguna fila con este número que usted pueda elegir."

msgid "There is no such day."
msgstr "Ese día no existe."

msgid "There is nothing at this address, or your account does not include it. Please check the address."
msgstr "No hay nada en esta dirección, o su cuenta no lo incluye. Revise la dirección."

msgid "There is nothing more to do here: please sign in with the address to which it was sent."
msgstr "Aquí no queda nada por hacer: ingrese con la dirección a la que se envió."

msgid "There is nothing to add: every party of the list is there already."
msgstr "No hay nada que agregar: todos los actores de la lista ya existen."

msgid "There is nothing to read: please paste the rows of your table."
msgstr "No hay nada que leer: pegue las filas de su tabla."

msgid "There is nothing to write: everything is as the file says."
msgstr "No hay nada que escribir: todo está como dice el archivo."

msgid "These cells could not be read; nothing was written"
msgstr "No se pudieron leer estas celdas; no se guardó nada"

msgid "These dates would give too many periods of this unit. Choose a longer unit, or look at the dates."
msgstr "Estas fechas darían demasiados períodos de esta unidad. Elija una unidad más larga o revise las fechas."

msgid "These dates would lie outside the calendar; nothing was changed."
msgstr "Estas fechas quedarían fuera del calendario; no se cambió nada."

msgid "These days:"
msgstr "Estos días:"

msgid "These pages are made to be used by everybody, on any screen, with a keyboard alone or with a screen reader. The aim is level AA of the Web Content Accessibility Guidelines 2.2."
msgstr "Estas páginas están hechas para que las use cualquier persona, en cualquier pantalla, solo con el teclado o con un lector de pantalla. El objetivo es el nivel AA de las Pautas de Accesibilidad para el Contenido Web 2.2."

msgid "These plans would follow each other in a ring; nothing was saved."
msgstr "Estos planes se seguirían unos a otros en círculo; no se guardó nada."

msgid "These rows stop it; nothing was written"
msgstr "Estas filas lo impiden; no se escribió nada"

msgid "These rows were added before."
msgstr "Estas filas ya se habían agregado."

msgid "These sheets are hidden and were not read:"
msgstr "Estas hojas están ocultas y no se leyeron:"

msgid "These users are there already and keep their password. They are listed in the administration."
msgstr "Estas cuentas ya existen y conservan su contraseña. Figuran en la administración."

msgid "They agree as they are"
msgstr "Coinciden tal como están"

msgid "They go into"
msgstr "Van a"

#, python-format
msgid "This %(what)s is not available: “%(value)s”. Available: %(available)s."
msgstr "No disponible (%(what)s): «%(value)s». Disponible: %(available)s."

msgid "This account is closed. Please write to the Secretariat of your coalition."
msgstr "Esta cuenta está cerrada. Escriba a la Secretaría de su coalición."

msgid "This belongs to another coalition than the rest of the form."
msgstr "Esto pertenece a una coalición distinta de la del resto del formulario."

msgid "This belongs to another plan than the rest of the form."
msgstr "Esto pertenece a un plan distinto del del resto del formulario."

msgid "This can be read as two different days. Please write it as 2025-03-15."
msgstr "Esto se puede leer como dos días distintos. Escríbalo como 2025-03-15."

msgid "This can be read as two different numbers. Please write it without a sign of thousands."
msgstr "Esto se puede leer como dos números distintos. Escríbalo sin signo de miles."

msgid "This cell holds an error of the spreadsheet."
msgstr "Esta celda contiene un error de la hoja de cálculo."

msgid "This cell holds signs that no text has. Please type it again."
msgstr "Esta celda contiene signos que ningún texto lleva. Escríbala de nuevo."

msgid "This coalition has no plan yet. Its Secretariat brings in the first one from the document it has: please ask for it there."
msgstr "Esta coalición todavía no tiene ningún plan. Su Secretaría incorpora el primero a partir del documento que ya tiene: pídalo allí."

msgid "This code is not right. Please check it and try again."
msgstr "Este código no es correcto. Compruébelo e inténtelo de nuevo."

msgid "This code no longer holds. Please ask for a new one."
msgstr "Este código ya no es válido. Solicite uno nuevo."

msgid "This column is missing."
msgstr "Falta esta columna."

msgid "This column is not known. Please take the heads of an exported file."
msgstr "No se reconoce esta columna. Use los encabezados de un archivo exportado."

msgid "This column stands there twice."
msgstr "Esta columna está dos veces."

msgid "This column stands twice."
msgstr "Esta columna aparece dos veces."

msgid "This could not be accepted"
msgstr "No se ha podido aceptar"

msgid "This country is not known: please write its two letters (PE)."
msgstr "No se reconoce este país: escriba sus dos letras (PE)."

msgid "This day is before the party was admitted; nothing was changed."
msgstr "Esta fecha es anterior a la admisión del actor; no se cambió nada."

msgid "This day is before the place began; nothing was changed."
msgstr "Esta fecha es anterior al inicio del lugar; no se cambió nada."

msgid "This day is before the seat began; nothing was changed."
msgstr "Esta fecha es anterior al inicio del puesto; no se cambió nada."

msgid "This day is still to come: please end the seat on the day itself."
msgstr "Esta fecha aún no ha llegado: termine el puesto ese mismo día."

msgid "This e-mail address and password do not belong together. Please check both and try again."
msgstr "Este correo electrónico y esta contraseña no se corresponden. Revise ambos e inténtelo de nuevo."

msgid "This file cannot be opened as .xlsx. Please save it again in your spreadsheet, or paste the list."
msgstr "Este archivo no se puede abrir como .xlsx. Guárdelo de nuevo en su hoja de cálculo o pegue la lista."

msgid "This file cannot be opened as .xlsx: it is damaged. Please save it again in your spreadsheet."
msgstr "Este archivo no se puede abrir como .xlsx: está dañado. Guárdelo de nuevo en su hoja de cálculo."

msgid "This file could not be understood. Please take an exported one as a pattern."
msgstr "No se pudo entender este archivo. Tome como modelo uno exportado."

msgid "This file holds too much text to be shown before it is written. Please split it."
msgstr "Este archivo contiene demasiado texto para mostrarlo antes de escribirlo. Divídalo."

msgid "This file is far larger inside than a list can be. Please paste the list."
msgstr "Este archivo contiene mucho más que una lista. Pegue la lista."

msgid "This file is larger than 1 MB. Please choose a smaller one."
msgstr "Este archivo supera 1 MB. Elija uno más pequeño."

msgid "This file is larger than 1 MB. Please send the list alone, or paste it."
msgstr "Este archivo supera 1 MB. Envíe solo la lista o péguela."

#, python-brace-format
msgid "This file is larger than {number} MB. Please send the list alone, or paste it."
msgstr "Este archivo supera {number} MB. Envíe solo la lista o péguela."

msgid "This file is not a list: please send .xlsx or .csv, or paste the list."
msgstr "Este archivo no es una lista: envíe .xlsx o .csv, o pegue la lista."

msgid "This file is not a text. Please save the list as .xlsx or .csv and send it again."
msgstr "Este archivo no es un texto. Guarde la lista como .xlsx o .csv y envíela de nuevo."

msgid "This file was brought in already; nothing was written twice."
msgstr "Este archivo ya se había incorporado; no se escribió nada dos veces."

msgid "This form has expired"
msgstr "Este formulario ha caducado"

msgid "This form was saved already; nothing was saved twice."
msgstr "Este formulario ya se había guardado; no se guardó nada dos veces."

msgid "This formula has no value: open the file in your spreadsheet, save it, and send it again."
msgstr "Esta fórmula no tiene valor: abra el archivo en su hoja de cálculo, guárdelo y envíelo de nuevo."

msgid "This indicator has targets of several periods: they are written on its own page."
msgstr "Este indicador tiene metas de varios períodos: se escriben en su propia página."

msgid "This invitation has been accepted or revoked; please send a new one."
msgstr "Esta invitación ya fue aceptada o revocada; envíe una nueva."

msgid "This invitation has ended. Please ask the Secretariat for a new one."
msgstr "Esta invitación ha terminado. Pida una nueva a la Secretaría."

msgid "This invitation has expired"
msgstr "Esta invitación ha vencido"

msgid "This invitation was accepted already"
msgstr "Esta invitación ya fue aceptada"

msgid "This invitation was accepted already; end the seat instead."
msgstr "Esta invitación ya fue aceptada; en su lugar, termine el puesto."

msgid "This invitation was not found"
msgstr "No se encontró esta invitación"

msgid "This invitation was revoked"
msgstr "Esta invitación fue revocada"

#, python-brace-format
msgid "This is longer than {number} characters."
msgstr "Tiene más de {number} caracteres."

msgid "This is not a day. Please write it as 2025-03-15."
msgstr "Esto no es un día. Escríbalo como 2025-03-15."

msgid "This is not a number. Please write figures only, as 1.5 or 1,5."
msgstr "Esto no es un número. Escriba solo cifras, como 1.5 o 1,5."

msgid "This is not a picture that can be read. Please choose a PNG, JPEG or WebP file."
msgstr "Esta imagen no se puede leer. Elija un archivo PNG, JPEG o WebP."

msgid "This is not an Excel workbook (.xlsx), whatever its name says."
msgstr "Esto no es un libro de Excel (.xlsx), diga lo que diga su nombre."

msgid "This is not changed by a file."
msgstr "Esto no se cambia con un archivo."

msgid "This is saved already, exactly as you typed it."
msgstr "Esto ya está guardado, exactamente como usted lo escribió."

msgid "This is the coalition's last seat of the Secretariat. Give one to somebody else first."
msgstr "Este es el último puesto de la Secretaría de la coalición. Dé antes uno a otra persona."

msgid "This level is used, or the plan cannot do without it: it stays."
msgstr "Este nivel se usa, o el plan no puede prescindir de él: se queda."

msgid "This line has no activities yet."
msgstr "Esta línea todavía no tiene actividades."

msgid "This list cannot be read: a quotation mark is missing, or a cell is far too long."
msgstr "No se puede leer esta lista: falta una comilla o una celda es demasiado larga."

#, python-brace-format
msgid "This list has more than {number} rows. Please split it."
msgstr "Esta lista tiene más de {number} filas. Divídala."

#, python-format
msgid "This may mean %(start)s to %(end)s. Please give the start and the end."
msgstr "Esto puede significar del %(start)s al %(end)s. Indique el inicio y el fin."

msgid "This number stands in two rows of the file."
msgstr "Este número está en dos filas del archivo."

msgid "This page looks by itself and becomes the PDF as soon as it is there. You may leave it and come back: the PDF is made all the same, and the next one who asks for the same report gets it at once."
msgstr "Esta página se actualiza sola y da paso al PDF en cuanto esté listo. Puede salir y volver: el PDF se genera de todos modos, y quien después pida el mismo informe lo recibe de inmediato."

msgid "This page was not found"
msgstr "No se encontró esta página"

msgid "This party belongs to another coalition."
msgstr "Este actor pertenece a otra coalición."

msgid "This party has a focal point already. End that seat first, or hand it over."
msgstr "Este actor ya tiene un punto focal. Termine primero ese puesto o traspáselo."

msgid "This party has been admitted already."
msgstr "Este actor ya fue admitido."

msgid "This party has this role in the plan already."
msgstr "Este actor ya tiene esta función en el plan."

msgid "This password is not right. Please check it and try again."
msgstr "Esta contraseña no es correcta. Compruébela e inténtelo de nuevo."

msgid "This person has this seat already."
msgstr "Esta persona ya tiene este puesto."

msgid "This person holds the seat already; nothing was changed."
msgstr "Esta persona ya ocupa el puesto; no se cambió nada."

msgid "This person's account is closed; nothing was changed."
msgstr "La cuenta de esta persona está cerrada; no se cambió nada."

msgid "This picture has more than 4000 pixels on a side. Please choose a smaller one."
msgstr "Esta imagen tiene más de 4000 píxeles por lado. Elija una más pequeña."

msgid "This plan has no activities yet."
msgstr "Este plan todavía no tiene actividades."

msgid "This plan has no rows yet."
msgstr "Este plan aún no tiene filas."

#, python-brace-format
msgid "This plan has objectives of {number} depths only. Please add a level to the plan first."
msgstr "Este plan solo tiene objetivos de {number} niveles. Agregue primero un nivel al plan."

msgid "This plan states no indicators."
msgstr "Este plan no indica indicadores."

msgid "This request cannot be read"
msgstr "No se puede leer esta solicitud"

msgid "This role is not tied to a party: please leave the party empty."
msgstr "Esta función no está ligada a un actor: deje el actor vacío."

msgid "This round does not ask for it."
msgstr "Esta ronda no la pide."

msgid "This row does not fit the others of the register: it may be there already."
msgstr "Esta fila no encaja con las demás del registro: quizá ya existe."

msgid "This row is not in the plan any more: it was removed meanwhile. Nothing was changed."
msgstr "Esta fila ya no está en el plan: se quitó entretanto. No se cambió nada."

msgid "This row was changed since the file was made. Please export it again."
msgstr "Esta fila cambió desde que se hizo el archivo. Expórtela de nuevo."

msgid "This seat has ended already; nothing was changed."
msgstr "Este puesto ya había terminado; no se cambió nada."

msgid "This seat has ended. To give it back, please send an invitation."
msgstr "Este puesto ha terminado. Para devolverlo, envíe una invitación."

msgid "This short address is taken; please choose another."
msgstr "Esta dirección corta está ocupada; elija otra."

msgid "This site has no mail server: read its mails here."
msgstr "Este sitio no tiene servidor de correo: lea aquí sus mensajes."

msgid "This spelling already stands for a party of this coalition."
msgstr "Esta grafía ya corresponde a un actor de esta coalición."

msgid "This term could not be read for certain. Please give the start and the end."
msgstr "No se pudo leer con certeza esta vigencia. Indique el inicio y el fin."

msgid "This text exists only in the language shown."
msgstr "Este texto existe solo en el idioma en que se muestra."

msgid "This text is needed in at least one language."
msgstr "Este texto es necesario al menos en un idioma."

#, python-format
msgid "This text may have at most %(longest)d characters."
msgstr "Este texto puede tener como máximo %(longest)d caracteres."

msgid "This time zone is not known. Please write it as in America/Bogota."
msgstr "Esta zona horaria no se conoce. Escríbala como en America/Bogota."

msgid "This was put back already."
msgstr "Esto ya se había repuesto."

msgid "This was saved already; nothing was done a second time."
msgstr "Esto ya se había guardado; no se hizo nada por segunda vez."

msgid "This was saved before."
msgstr "Esto ya se había guardado."

msgid "This was tried too often in a short time. Please wait ten minutes and try again. Nothing was changed."
msgstr "Se ha intentado demasiadas veces en poco tiempo. Espere diez minutos e inténtelo de nuevo. No se ha cambiado nada."

#, python-brace-format
msgid "This word is not known. Known words: {words}."
msgstr "No se reconoce esta palabra. Palabras conocidas: {words}."

msgid "This workbook contains a document type (DTD), which no spreadsheet writes: it was not opened."
msgstr "Este libro contiene un tipo de documento (DTD), que ninguna hoja de cálculo escribe: no se abrió."

msgid "This workbook has macros. Please save it as .xlsx without them and send it again."
msgstr "Este libro tiene macros. Guárdelo como .xlsx sin ellas y envíelo de nuevo."

msgid "This workbook has no visible sheet."
msgstr "Este libro no tiene ninguna hoja visible."

msgid "This year cannot be meant."
msgstr "No puede tratarse de este año."

msgid "Throw it away"
msgstr "Descartar"

msgid "Throw my text away and see what is saved"
msgstr "Descartar mi texto y ver lo guardado"

msgid "Time"
msgstr "Hora"

msgid "Time zone"
msgstr "Zona horaria"

msgid "Timeline"
msgstr "Cronograma"

msgid "Title in English"
msgstr "Título en inglés"

msgid "Title in Spanish"
msgstr "Título en español"

msgid "To"
msgstr "Hasta"

msgid "To agree plans, report on them and answer for what was reported. The record of who did what is kept as long as the plans themselves; a person’s name and address can be erased from it, and what was done remains under a number."
msgstr "Para acordar planes, informar sobre ellos y responder de lo informado. El registro de quién hizo qué se conserva tanto como los planes mismos; el nombre y la dirección de una persona se pueden borrar de él, y lo hecho queda bajo un número."

msgid "To be settled by the coalition"
msgstr "Por resolver en la coalición"

msgid "To narrow the list to who answers, choose a coalition first."
msgstr "Para filtrar por responsable, elija antes una coalición."

msgid "To report"
msgstr "Por informar"

msgid "To sign in afterwards you receive a code at this address. If you did not expect this invitation, simply close this page."
msgstr "Para ingresar después recibirá un código en esta dirección. Si no esperaba esta invitación, simplemente cierre esta página."

msgid "To use another phone, remove the app here and set it up again. Who works for a Secretariat is asked to do so at once."
msgstr "Para usar otro teléfono, quite aquí la aplicación y configúrela de nuevo. A quien trabaja para una Secretaría se le pide hacerlo de inmediato."

msgid "Today at the latest: the right is gone at once."
msgstr "A más tardar hoy: el derecho se pierde de inmediato."

msgid "Too many tries"
msgstr "Demasiados intentos"

msgid "Total"
msgstr "Total"

msgid "Try again"
msgstr "Intentar de nuevo"

msgid "Try fewer words, or only the beginning of a word."
msgstr "Pruebe con menos palabras o solo con el comienzo de una."

msgid "Two activities of the same objective can be merged. Please move one of them first."
msgstr "Se pueden unir dos actividades del mismo objetivo. Mueva primero una de ellas."

msgid "Two activities were merged"
msgstr "Se unieron dos actividades"

msgid "Two persons review a report"
msgstr "Dos personas revisan un informe"

msgid "Two versions"
msgstr "Dos versiones"

msgctxt "letters"
msgid "Type"
msgstr "Letra"

msgid "Type it in the browser in which you asked for it. It holds for ten minutes and works once."
msgstr "Escríbalo en el navegador en el que lo solicitó. Vale durante diez minutos y una sola vez."

msgid "Type the code"
msgstr "Escriba el código"

msgid "Type the code that your authenticator app shows now, or one of your recovery codes."
msgstr "Escriba el código que muestra ahora su aplicación de autenticación o uno de sus códigos de recuperación."

msgid "Type, paste or import the list of cities, countries or institutions, each with its standing."
msgstr "Escriba, pegue o importe la lista de ciudades, países o instituciones, cada una con su calidad."

msgid "Typed by you"
msgstr "Escrito por usted"

msgid "Understood as"
msgstr "Se entendió como"

#, python-format
msgid "Understood as: %(understood)s"
msgstr "Entendido como: %(understood)s"

msgid "Unit of its calendar"
msgstr "Unidad de su calendario"

msgid "Unit of the calendar"
msgstr "Unidad del calendario"

msgid "Up to 1 MB and 2000 rows; of an .xlsx the first sheet is read."
msgstr "Hasta 1 MB y 2000 filas; de un .xlsx se lee la primera hoja."

msgid "Up to 1 MB and 2000 rows; of an .xlsx the first visible sheet is read."
msgstr "Hasta 1 MB y 2000 filas; de un .xlsx se lee la primera hoja visible."

msgid "Use another address, or ask for a new code"
msgstr "Usar otra dirección o solicitar un código nuevo"

msgid "Users of the site"
msgstr "Personas usuarias del sitio"

msgid "Valid until"
msgstr "Válida hasta"

msgid "Value"
msgstr "Valor"

msgid "Value against its target; both stand beside in figures."
msgstr "El valor frente a su meta; ambos están al lado en cifras."

msgid "Values of several parties are combined by the rule beside them."
msgstr "Los valores de varias partes se combinan según la regla que figura a su lado."

msgid "Values that came with a report are accepted with it, and are not changed here."
msgstr "Los valores que llegaron con un reporte se aceptan con él y no se cambian aquí."

msgid "Warnings"
msgstr "Advertencias"

msgid "Warnings of a plan were seen and kept"
msgstr "Se vieron y mantuvieron advertencias de un plan"

msgid "Was it you? Then you need not do anything."
msgstr "¿Ha sido usted? Entonces no tiene que hacer nada."

msgid "We mail you a code; type it here, in this browser. No password is needed."
msgstr "Le enviamos un código por correo; escríbalo aquí, en este navegador. No hace falta contraseña."

msgid "What changed last"
msgstr "Lo último que cambió"

msgid "What changes the state of a plan is done on the pages of the plan. Here its header is kept."
msgstr "Lo que cambia el estado de un plan se hace en las páginas del plan. Aquí se mantiene su encabezado."

msgid "What comes next concerns the safety of your account."
msgstr "Lo que sigue afecta a la seguridad de su cuenta."

msgid "What each line holds"
msgstr "Qué contiene cada línea"

msgid "What for, and for how long"
msgstr "Para qué y por cuánto tiempo"

msgid "What hangs on it"
msgstr "Lo que depende de él"

msgid "What has been done?"
msgstr "¿Qué se ha hecho?"

msgid "What is asked of me"
msgstr "Lo que se me pide"

msgid "What is done for it"
msgstr "Lo que se hace para lograrlo"

msgid "What is kept of people"
msgstr "Qué se guarda de las personas"

msgid "What is missing"
msgstr "Lo que falta"

msgid "What is not perfect yet"
msgstr "Lo que todavía no es perfecto"

msgid "What is there stays; then you see what would be made beside it."
msgstr "Lo que está se queda; después verá lo que se crearía junto a ello."

msgid "What is waiting"
msgstr "Lo que espera"

msgid "What is withdrawn is gone from the register; its history and the reason stay. A row that anything points at cannot be withdrawn."
msgstr "Lo que se retira desaparece del registro; su historial y el motivo quedan. Una fila que está en uso no se puede retirar."

msgid "What is written"
msgstr "Lo que se escribe"

msgid "What is wrong"
msgstr "Qué está mal"

msgid "What it holds"
msgstr "Lo que contiene"

msgid "What it is"
msgstr "Qué es"

msgid "What it is called"
msgstr "Cómo se llama"

msgid "What its first page says"
msgstr "Lo que dice su primera página"

msgid "What stands out"
msgstr "Lo que destaca"

msgid "What the party did and reported stays. The seats of its people end on their own page."
msgstr "Lo que el actor hizo e informó se conserva. Los puestos de sus personas se terminan en su propia página."

msgid "What the plan says beside its matrix: introduction, context, how it was made, monitoring, annexes."
msgstr "Lo que el plan dice además de su matriz: introducción, contexto, elaboración, seguimiento, anexos."

msgid "What the plan still lacks, and where it says two things. Nothing here blocks anything. What can stay as it is, you mark as seen, with the reason; the mark counts until the data says something else."
msgstr "Lo que todavía le falta al plan y dónde dice dos cosas. Nada de esto bloquea nada. Lo que puede quedar como está, usted lo marca como visto, con el motivo; la marca vale hasta que los datos digan otra cosa."

msgid "What the plan’s document calls each column, in its order. Empty a line to remove it."
msgstr "Cómo llama el documento del plan a cada columna, en su orden. Vacíe una línea para quitarla."

msgid "What the timeline shows"
msgstr "Qué muestra el cronograma"

msgid "What was agreed to be done?"
msgstr "¿Qué se acordó hacer?"

msgid "What was decided, and where is it written?"
msgstr "¿Qué se decidió y dónde consta?"

msgid "What was found"
msgstr "Qué se encontró"

msgid "What was found in a document or in the data, and how it was read."
msgstr "Lo que se encontró en un documento o en los datos, y cómo se leyó."

msgid "What was found, and how it was read"
msgstr "Qué se encontró y cómo se leyó"

msgid "What was kept has been thrown away."
msgstr "Se ha descartado lo que se había conservado."

msgid "What was not reported is not zero. It enters no sum and no average, and each figure says how many values it is made of."
msgstr "Lo no reportado no es cero. No entra en sumas ni promedios, y cada cifra dice cuántos valores la forman."

msgid "What was removed was put back"
msgstr "Se repuso lo que se había quitado"

msgid "What was reported"
msgstr "Lo que se reportó"

msgid "What would be added"
msgstr "Lo que se agregaría"

msgid "What would become of the file"
msgstr "Qué resultaría del archivo"

msgid "What you typed stands below and was not saved. Saved meanwhile:"
msgstr "Lo que usted escribió está abajo y no se guardó. Guardado entretanto:"

msgid "What you typed stands in the form below. Save it to let yours stand, or copy from the other first."
msgstr "Lo que usted escribió está en el formulario de abajo. Guárdelo para que valga su versión, o copie antes de la otra."

msgid "What you typed was kept"
msgstr "Se ha conservado lo que escribió"

msgid "When and where"
msgstr "Cuándo y dónde"

msgid "When:"
msgstr "Cuándo:"

msgid "Where"
msgstr "Dónde"

msgid "Where a word is left empty, the product’s own stands."
msgstr "Donde una palabra quede vacía, vale la del producto."

msgid "Where does it belong?"
msgstr "¿A dónde pertenece?"

msgid "Where it comes from"
msgstr "De dónde viene"

msgid "Where text in it could not be read on white, it is darkened until it can."
msgstr "Si un texto en ese color no se pudiera leer sobre blanco, se oscurece hasta que se pueda."

msgid "Whether who wrote a report may also accept it."
msgstr "Si quien redactó un informe puede también aceptarlo."

msgid "Which days are meant"
msgstr "Qué días se quieren decir"

msgid "Who acts for it"
msgstr "Quién actúa en su nombre"

msgid "Who answers"
msgstr "Quién responde"

msgid "Who belongs, and to which bodies?"
msgstr "¿Quién forma parte, y de qué órganos?"

msgid "Who came"
msgstr "Quién asistió"

msgid "Who has a seat in the coalition and who was invited to one. Addresses are shown to the Secretariat only."
msgstr "Quién tiene un puesto en la coalición y a quién se invitó. Las direcciones se muestran solo a la Secretaría."

msgid "Who is responsible"
msgstr "Quién responde"

msgid "Who it is, in English"
msgstr "Quiénes son, en inglés"

msgid "Who it is, in Spanish"
msgstr "Quiénes son, en español"

msgid "Who leads the plan and takes part"
msgstr "Quién lidera el plan y quién participa"

msgid "Who may do what?"
msgstr "¿Quién puede hacer qué?"

msgid "Who sees it"
msgstr "Quién lo ve"

msgid "Who works for a Secretariat signs in with a password and a second step. This is the first of the two; twelve characters or more, several words are best."
msgstr "Quien trabaja para una Secretaría inicia sesión con una contraseña y un segundo paso. Este es el primero de los dos: doce caracteres o más; lo mejor son varias palabras."

msgid "Whoever finds an error may ask the Secretariat for a correction. A corrected report stands beside this one, with its reason."
msgstr "Quien encuentre un error puede pedir una corrección a la Secretaría. El informe corregido se publica al lado de este, con su motivo."

msgid "Whole plan"
msgstr "Plan completo"

msgid "Why it can stay as it is"
msgstr "Por qué puede quedar como está"

msgid "With a report"
msgstr "Con informe"

#, python-format
msgid "With a reported value: %(count)s; not reported: %(missing)s."
msgstr "Con valor reportado: %(count)s; sin informe: %(missing)s."

msgid "With an activity that is"
msgstr "Con alguna actividad"

msgid "With the ticked rows"
msgstr "Con las filas marcadas"

msgid "With this indicator"
msgstr "Con este indicador"

msgid "Withdraw"
msgstr "Retirar"

msgid "Withdraw the selected rows"
msgstr "Retirar las filas elegidas"

#, python-format
msgid "Withdrawn from the register “%(what)s”: %(label)s"
msgstr "Retirado del registro «%(what)s»: %(label)s"

#, python-format
msgid "Within %(parent)s"
msgstr "Dentro de %(parent)s"

msgid "Within its term"
msgstr "En plazo"

msgid "Without a name"
msgstr "Sin nombre"

#, python-format
msgid "Without a target: %(without)s. With a baseline: %(base)s."
msgstr "Sin meta: %(without)s. Con línea de base: %(base)s."

msgid "Without a title"
msgstr "Sin título"

#, python-format
msgid "Without an activity, and therefore left out: rows %(rows)s."
msgstr "Sin actividad, y por eso omitidas: filas %(rows)s."

msgid "Without the right since"
msgstr "Sin el derecho desde"

#, python-format
msgid "Word for “%(status)s” in English"
msgstr "Palabra para «%(status)s» en inglés"

#, python-format
msgid "Word for “%(status)s” in Spanish"
msgstr "Palabra para «%(status)s» en español"

msgid "Words for the statuses"
msgstr "Palabras para los estados"

msgid "Words of the plan"
msgstr "Palabras del plan"

msgid "Words to look for"
msgstr "Palabras que buscar"

msgid "Work plan"
msgstr "Plan de trabajo"

msgid "Write a section"
msgstr "Escribir una sección"

msgid "Write all of it"
msgstr "Escribirlo todo"

#, python-format
msgid "Written: %(file)s"
msgstr "Escrito: %(file)s"

msgid "Year in which it runs"
msgstr "Año de vigencia"

msgid "Years"
msgstr "Años"

msgid "Years in the title and dates of the plan"
msgstr "Años en el título y fechas del plan"

msgid "Yes or no is expected here."
msgstr "Aquí se espera sí o no."

msgid "Yes, remove this level"
msgstr "Sí, quitar este nivel"

msgid "Yes, remove this link"
msgstr "Sí, quitar este vínculo"

msgid "Yes, remove this section"
msgstr "Sí, quitar esta sección"

msgid "Yes, take this role away"
msgstr "Sí, retirar esta función"

msgid "Yet to begin"
msgstr "Por iniciar"

msgid "You are here"
msgstr "Ruta"

msgid "You are invited"
msgstr "Usted tiene una invitación"

#, python-format
msgid "You are invited to take part in the work of %(coalition)s."
msgstr "Se le invita a participar en el trabajo de %(coalition)s."

#, python-format
msgid "You are signed in as %(mine)s, and this invitation is for %(theirs)s: the seat goes to that address, not to yours."
msgstr "Usted ha ingresado como %(mine)s y esta invitación es para %(theirs)s: el puesto corresponde a esa dirección, no a la suya."

msgid "You have accepted the invitation."
msgstr "Usted ha aceptado la invitación."

msgid "You have accepted the invitation. Please sign in with the address that was invited."
msgstr "Usted ha aceptado la invitación. Ingrese con la dirección invitada."

msgid "You have been signed out in every browser."
msgstr "Se ha cerrado su sesión en todos los navegadores."

msgid "You have no seat in a coalition yet."
msgstr "Todavía no tiene un puesto en ninguna coalición."

msgid "You may ask your Secretariat what is kept about you, have it corrected or have it erased. Please do not write classified or personal information about third parties into plans or reports."
msgstr "Puede preguntar a su Secretaría qué se guarda de usted y pedir que se corrija o se borre. No escriba en planes ni informes información reservada ni datos personales de terceros."

msgid "You may not do this"
msgstr "No tiene permiso para hacer esto"

msgid "You stay signed in here and are signed out in every other browser."
msgstr "Su sesión continúa aquí y se cierra en los demás navegadores."

msgid "You typed"
msgstr "Usted escribió"

msgid "Your account"
msgstr "Su cuenta"

msgid "Your account does not include this right. Nothing was changed. If you need it, please ask the Secretariat of your coalition."
msgstr "Su cuenta no incluye este permiso. No se ha cambiado nada. Si lo necesita, solicítelo a la Secretaría de su coalición."

msgid "Your account was saved."
msgstr "Su cuenta se ha guardado."

msgid "Your code for signing in to Plenaria"
msgstr "Su código para iniciar sesión en Plenaria"

msgid "Your code:"
msgstr "Su código:"

msgid "Your part:"
msgstr "Su función:"

msgid "Your rights"
msgstr "Sus derechos"

msgid "Your role here:"
msgstr "Su función aquí:"

msgid "Your session had ended when you sent this form, so nothing was saved yet. Send it again now. Files have to be chosen again."
msgstr "Su sesión había terminado cuando envió este formulario, por lo que aún no se ha guardado nada. Envíelo de nuevo ahora. Los archivos deben elegirse otra vez."

msgid "Your text"
msgstr "Su texto"

msgid "Your text is kept below. Tick what you want to take from what is saved, and save again: all else is saved as you typed it."
msgstr "Su texto se conserva abajo. Marque lo que quiera tomar de lo guardado y guarde de nuevo: todo lo demás se guarda como usted lo escribió."

msgid "a footnote, whose text stands on a line of its own:"
msgstr "una nota al pie, cuyo texto va en una línea aparte:"

msgid "a link"
msgstr "un enlace"

msgid "a list, one item a line"
msgstr "una lista, un elemento por línea"

msgid "a numbered list"
msgstr "una lista numerada"

msgid "a result of its own"
msgstr "un resultado propio"

msgid "abbreviation"
msgstr "abreviatura"

msgid "abstained"
msgstr "abstenciones"

msgid "accent colour"
msgstr "color de acento"

msgid "accepted"
msgstr "aceptado"

msgid "accepted at"
msgstr "aceptada el"

msgid "act"
msgstr "acto"

msgid "action"
msgstr "acción"

msgid "active"
msgstr "activa"

msgid "activities"
msgstr "actividades"

msgid "activities reported"
msgstr "actividades reportadas"

msgid "activities whose term has ended"
msgstr "actividades con el plazo cumplido"

msgid "activities with any report"
msgstr "actividades con algún informe"

msgid "activities within their period now"
msgstr "actividades con su período en curso"

msgid "activity"
msgid_plural "activities"
msgstr[0] "actividad"
msgstr[1] "actividades"

msgid "actor"
msgstr "actor"

msgid "actor in the audit log"
msgstr "actor del registro de auditoría"

msgid "actors in the audit log"
msgstr "actores del registro de auditoría"

msgid "added"
msgstr "se agregó"

msgid "address"
msgstr "dirección"

msgid "address of the secretariat"
msgstr "dirección de la secretaría"

msgid "addressees"
msgstr "a quiénes se dirige"

msgid "admitted"
msgstr "admitida"

msgid "admitted on"
msgstr "fecha de admisión"

msgid "advocacy initiative"
msgstr "iniciativa de incidencia"

msgid "against"
msgstr "en contra"

msgid "agenda"
msgstr "orden del día"

msgid "agreed"
msgstr "acordada"

msgid "alias"
msgstr "alias"

msgid "aliases"
msgstr "alias"

msgid "all"
msgstr "todos"

msgid "all focal points"
msgstr "todos los puntos focales"

msgid "all members"
msgstr "todos los miembros"

msgid "all partners"
msgstr "todos los socios"

msgid "also"
msgstr "también"

#, python-format
msgid "also printed “%(heading)s”"
msgstr "impreso también «%(heading)s»"

msgid "always"
msgstr "siempre"

msgid "annex"
msgstr "anexo"

msgid "annual report"
msgstr "informe anual"

#. Translators: part of a file name, small letters without accents or blanks.
msgid "annual-report"
msgstr "informe-anual"

msgid "as it is"
msgstr "queda igual"

msgid "as printed:"
msgstr "según el documento:"

msgid "asked"
msgstr "solicitado"

msgid "at"
msgstr "fecha y hora"

msgid "at least"
msgstr "al menos"

msgid "at most"
msgstr "como máximo"

msgid "attendance"
msgstr "asistencia"

msgid "attendances"
msgstr "asistencias"

msgid "audit entries"
msgstr "asientos de auditoría"

msgid "audit entry"
msgstr "asiento de auditoría"

msgid "average"
msgstr "promedio"

msgid "baseline"
msgstr "línea de base"

msgid "baseline as of"
msgstr "línea de base al"

msgid "basis"
msgstr "forma de decisión"

msgid "beginning not known"
msgstr "inicio desconocido"

msgid "begins a paragraph"
msgstr "comienza un párrafo"

msgid "begins before this timeline"
msgstr "comienza antes de este cronograma"

msgid "beneficiaries"
msgstr "personas beneficiarias"

msgid "beside what the dates give"
msgstr "fuera de lo que resulta de las fechas"

msgid "body"
msgstr "órgano"

msgid "bold"
msgstr "negrita"

msgid "by coalition"
msgstr "por coalición"

msgid "by title"
msgstr "por título"

msgid "cancelled"
msgstr "cancelada"

msgid "chair"
msgstr "presidencia"

msgid "change"
msgstr "cambio"

msgid "changed"
msgstr "se cambió"

msgid "closed"
msgstr "cerrado"

msgid "closed at"
msgstr "cierre"

msgid "closed on"
msgstr "fecha de cierre"

msgid "co-lead"
msgstr "colíder"

msgid "co-leads"
msgstr "colíderes"

msgid "coalition"
msgstr "coalición"

msgid "coalitions"
msgstr "coaliciones"

msgid "code"
msgstr "código"

msgid "code as printed"
msgstr "código como está impreso"

msgid "columns as printed"
msgstr "columnas como están impresas"

msgid "committee"
msgstr "comité"

msgid "comparator"
msgstr "comparador"

msgid "completed"
msgstr "completada"

msgctxt "activities"
msgid "completed"
msgstr "completadas"

msgid "consensus"
msgstr "consenso"

msgid "content"
msgstr "contenido"

msgid "context"
msgstr "contexto"

msgid "count of parties"
msgstr "número de actores"

msgid "country"
msgstr "país"

msgid "data"
msgstr "datos"

msgid "date as printed"
msgstr "fecha como está impresa"

msgid "date not stated"
msgstr "no consta la fecha"

msgid "decided on"
msgstr "fecha de la decisión"

msgid "decision"
msgstr "decisión"

msgid "decisions"
msgstr "decisiones"

msgid "declined"
msgstr "denegada"

msgid "delegate"
msgstr "persona delegada"

msgid "depth"
msgstr "profundidad"

msgid "difficulties"
msgstr "dificultades"

msgid "digest"
msgstr "huella"

msgid "disaggregation"
msgstr "desagregación"

msgid "document"
msgstr "documento"

msgid "documents"
msgstr "documentos"

msgid "done"
msgstr "hecho"

msgctxt "step"
msgid "done"
msgstr "hecho"

msgid "draft"
msgstr "borrador"

msgid "due"
msgstr "fecha límite"

#, python-format
msgid "due %(day)s"
msgstr "plazo %(day)s"

msgid "duty"
msgstr "tarea a su cargo"

msgid "e-mail address"
msgstr "correo electrónico"

msgid "e-mail address of the secretariat"
msgstr "correo electrónico de la secretaría"

msgid "earliest end first"
msgstr "primero los que antes terminan"

msgid "end"
msgstr "fin"

msgid "ended"
msgstr "terminada"

msgid "ended on"
msgstr "fecha de término"

msgid "ends at"
msgstr "término"

msgid "erased on"
msgstr "fecha de borrado"

msgid "everyone, once published"
msgstr "todas las personas, una vez publicado"

msgid "evidence"
msgstr "evidencia"

#, python-format
msgid "evidence for %(codes)s"
msgstr "evidencia de %(codes)s"

msgid "exactly"
msgstr "exactamente"

msgid "executed %"
msgstr "% ejecutado"

#, python-format
msgid "executed, on average of the %(n)s of %(total)s that reported"
msgstr "ejecutado, en promedio de las %(n)s de %(total)s que informaron"

msgid "expired"
msgstr "vencida"

#, python-format
msgid "expired on %(day)s"
msgstr "venció el %(day)s"

msgid "expires at"
msgstr "vence el"

msgid "extraordinary"
msgstr "extraordinaria"

msgid "fields withheld from publication"
msgstr "campos reservados, que no se publican"

msgid "file"
msgstr "archivo"

msgid "focal point"
msgstr "punto focal"

msgid "folded spelling"
msgstr "grafía simplificada"

msgid "follows"
msgstr "continúa a"

msgid "for whom"
msgstr "para quién"

msgid "found"
msgstr "lo encontrado"

msgid "from"
msgstr "desde"

#, python-format
msgid "from %(code)s"
msgstr "de %(code)s"

#, python-brace-format
msgid "from {code}"
msgstr "de {code}"

msgid "goes on after this timeline"
msgstr "continúa después de este cronograma"

msgid "government"
msgstr "gobierno"

msgid "half-year"
msgstr "semestre"

msgid "head of an audit chain"
msgstr "cabeza de una cadena de auditoría"

msgid "heading as printed"
msgstr "encabezado como está impreso"

msgid "headline indicator"
msgstr "indicador principal"

msgid "heads of the audit chains"
msgstr "cabezas de las cadenas de auditoría"

msgid "holder"
msgstr "titular"

msgid "how many entered"
msgstr "cuántos entraron"

msgid "how many entered, of how many"
msgstr "cuántos entraron, de cuántos"

msgid "how the plan was made"
msgstr "cómo se elaboró el plan"

msgid "hybrid"
msgstr "híbrida"

#, python-format
msgid "in %(n)s objective"
msgid_plural "in %(n)s objectives"
msgstr[0] "en %(n)s objetivo"
msgstr[1] "en %(n)s objetivos"

msgid "in English"
msgstr "en inglés"

msgid "in Spanish"
msgstr "en español"

msgid "in favour"
msgstr "a favor"

msgid "in force"
msgstr "vigente"

msgid "in person"
msgstr "presencial"

msgid "in progress"
msgstr "en desarrollo"

msgid "in progress or not started"
msgstr "en desarrollo o no iniciada"

msgid "indicator"
msgstr "indicador"

msgid "indicators"
msgstr "indicadores"

msgid "indicators with a target"
msgstr "indicadores con meta"

msgid "indicators with a value"
msgstr "indicadores con un valor"

#, python-format
msgid "indicators with a value; %(n)s has a target"
msgid_plural "indicators with a value; %(n)s have a target"
msgstr[0] "indicadores con valor; %(n)s tiene meta"
msgstr[1] "indicadores con valor; %(n)s tienen meta"

msgid "indicators with their targets"
msgstr "indicadores con sus metas"

msgid "initiative"
msgstr "iniciativa"

msgid "initiatives"
msgstr "iniciativas"

msgid "introduction"
msgstr "introducción"

msgid "invented data"
msgstr "datos inventados"

msgid "invented, for demonstration"
msgstr "inventada, para demostración"

msgid "invitation"
msgstr "invitación"

msgid "invitations"
msgstr "invitaciones"

msgid "it fits a running level"
msgstr "se ajusta a un nivel acumulado"

msgid "it fits neither reading"
msgstr "no se ajusta a ninguna de las dos lecturas"

msgid "it fits parts of the whole"
msgstr "se ajusta a partes del total"

msgid "italic"
msgstr "cursiva"

msgid "keep it"
msgstr "conservarlo"

msgid "kept as printed"
msgstr "conservada como está impresa"

msgid "key"
msgstr "clave"

msgid "key of a saved form"
msgstr "clave de un formulario guardado"

msgid "keys of saved forms"
msgstr "claves de formularios guardados"

msgid "kind"
msgstr "tipo"

msgid "label"
msgstr "etiqueta"

msgid "language"
msgstr "idioma"

msgid "language of the plan"
msgstr "idioma del plan"

msgid "languages"
msgstr "idiomas"

msgctxt "activity"
msgid "late"
msgstr "con retraso"

msgid "latest start first"
msgstr "primero los más recientes"

msgid "latest value"
msgstr "último valor"

msgid "lead"
msgstr "líder"

msgid "leaves the term of the plan"
msgstr "sale de la vigencia del plan"

msgid "level"
msgstr "nivel"

msgid "levels"
msgstr "niveles"

msgid "link"
msgstr "enlace"

msgid "link of a plan"
msgstr "vínculo de un plan"

msgid "links of plans"
msgstr "vínculos de planes"

msgid "links with other plans and priorities"
msgstr "vínculos con otros planes y prioridades"

msgid "list"
msgstr "lista"

msgid "logo"
msgstr "logotipo"

msgid "mandate ends"
msgstr "fin del mandato"

msgid "mark a text that exists only in Spanish or only in English: it is printed as it is, not translated."
msgstr "señalan un texto que solo existe en español o solo en inglés: se imprime como está, sin traducir."

msgid "maximum"
msgstr "máximo"

msgid "may open the administration"
msgstr "puede abrir la administración"

msgid "measurement"
msgstr "medición"

msgid "measurements"
msgstr "mediciones"

msgid "meeting"
msgstr "reunión"

msgid "meetings"
msgstr "reuniones"

msgid "member"
msgstr "miembro"

msgid "member: voice and vote"
msgstr "miembro: voz y voto"

msgid "members present"
msgstr "miembros presentes"

msgid "membership"
msgstr "membresía"

msgid "memberships"
msgstr "membresías"

msgid "message"
msgstr "mensaje"

msgid "milestone"
msgstr "hito"

msgid "milestones"
msgstr "hitos"

msgid "milestones reached"
msgstr "hitos alcanzados"

msgid "minutes"
msgstr "acta"

msgid "mobilisation of resources"
msgstr "movilización de recursos"

msgid "mode"
msgstr "modalidad"

msgid "model"
msgstr "modelo"

msgid "monitoring"
msgstr "seguimiento"

msgid "month"
msgstr "mes"

msgid "motion"
msgstr "moción"

msgctxt "not reported, in a chart"
msgid "n. r."
msgstr "n. r."

msgid "name"
msgstr "nombre"

msgid "name not given"
msgstr "nombre no indicado"

msgid "names of the levels of a new plan"
msgstr "nombres de los niveles de un plan nuevo"

msgid "national bodies"
msgstr "órganos nacionales"

msgid "never"
msgstr "nunca"

msgid "new"
msgstr "nueva"

msgid "next steps"
msgstr "próximos pasos"

msgid "no"
msgstr "no"

#, python-format
msgid "no English since %(since)s"
msgstr "sin inglés desde el %(since)s"

#, python-format
msgid "no Spanish since %(since)s"
msgstr "sin español desde el %(since)s"

msgid "no date"
msgstr "sin fecha"

msgid "no dates stated"
msgstr "sin fechas"

msgid "no dates understood"
msgstr "no se entendieron fechas"

msgid "no target set"
msgstr "sin meta fijada"

msgid "none"
msgstr "ninguno"

msgctxt "target"
msgid "none stated"
msgstr "sin meta"

msgid "none: a body, or not admitted"
msgstr "ninguna: es un órgano o no ha sido admitido"

msgid "not done"
msgstr "no hecho"

msgctxt "target met"
msgid "not known"
msgstr "no se sabe"

msgid "not programmed"
msgstr "sin programar"

msgctxt "milestone"
msgid "not reached yet"
msgstr "aún no alcanzado"

msgid "not reported"
msgstr "no reportado"

msgctxt "a value"
msgid "not reported"
msgstr "no reportado"

msgctxt "milestone"
msgid "not reported"
msgstr "no reportado"

msgid "not said"
msgstr "sin indicar"

msgid "not started"
msgstr "no iniciada"

msgid "not stated"
msgstr "no consta"

msgid "not stated in the plan"
msgstr "no consta en el plan"

msgid "not taken over"
msgstr "no se toma"

msgctxt "target met"
msgid "not yet"
msgstr "aún no"

msgid "note"
msgstr "nota"

msgid "note of the review"
msgstr "nota de la revisión"

msgid "notes"
msgstr "notas"

msgid "number"
msgstr "número"

msgid "number of members of the coalition"
msgstr "número de miembros de la coalición"

msgid "object"
msgstr "objeto"

msgid "objective"
msgstr "objetivo"

msgid "objectives"
msgstr "objetivos"

msgid "objective’s own text"
msgstr "texto propio del objetivo"

msgid "observations"
msgstr "observaciones"

msgid "observer: by invitation"
msgstr "observador: por invitación"

msgctxt "3 of 20"
msgid "of"
msgstr "de"

msgctxt "page 3 of 18"
msgid "of"
msgstr "de"

#, python-format
msgid "of %(number)s coalition"
msgid_plural "of %(number)s coalitions"
msgstr[0] "de %(number)s coalición"
msgstr[1] "de %(number)s coaliciones"

#, python-format
msgid "of %(total)s"
msgstr "de %(total)s"

msgid "of them late"
msgstr "de ellas, con retraso"

msgid "on"
msgstr "fecha"

msgid "one percentage is above 100%"
msgstr "un porcentaje pasa de 100 %"

msgid "one percentage is below 0%"
msgstr "un porcentaje es menor que 0 %"

msgid "open"
msgstr "abierta"

msgid "opened at"
msgstr "apertura"

msgid "opened on"
msgstr "fecha de apertura"

msgid "operator of the whole site"
msgstr "responsable de todo el sitio"

msgid "ordinary"
msgstr "ordinaria"

msgid "organisation"
msgstr "organización"

msgid "origin"
msgstr "origen"

msgid "other"
msgstr "otro"

msgid "other activity"
msgstr "otra actividad"

msgid "other plan"
msgstr "otro plan"

msgid "outside the dates of this timeline"
msgstr "fuera de las fechas de este cronograma"

msgid "outside these dates"
msgstr "fuera de estas fechas"

msgid "own words for the statuses"
msgstr "palabras propias para los estados"

msgid "participant"
msgstr "participante"

msgid "participants"
msgstr "participantes"

msgid "parties"
msgstr "actores"

msgid "partner"
msgstr "socio"

msgid "partner: voice"
msgstr "socio: voz"

msgid "parts"
msgstr "partes"

msgid "parts of the whole, which add up"
msgstr "partes del total, que se suman"

msgid "party"
msgstr "actor"

msgid "party answers for them"
msgid_plural "parties answer for them"
msgstr[0] "parte responde por ellas"
msgstr[1] "partes responden por ellas"

msgid "per"
msgstr "por"

msgid "percentages with the executed one"
msgstr "porcentajes con ejecutado"

msgid "period"
msgstr "período"

msgid "period as printed"
msgstr "período como está impreso"

msgid "period not printed"
msgstr "período no impreso"

msgid "periods"
msgstr "períodos"

msgid "person"
msgstr "persona"

#, python-brace-format
msgid "person {number}, erased"
msgstr "persona {number}, borrada"

msgid "place"
msgstr "lugar"

msgid "plan"
msgstr "plan"

#, python-format
msgid "planned for %(day)s"
msgstr "previsto para el %(day)s"

msgid "plans"
msgstr "planes"

msgid "plenary"
msgstr "plenaria"

msgid "position"
msgstr "orden"

msgid "possible"
msgstr "posible"

msgctxt "party"
msgid "possible"
msgstr "posible"

msgid "possible, not yet agreed"
msgstr "posible, todavía sin acordar"

#, python-format
msgid "present %(present)s, in favour %(favour)s, against %(against)s, abstained %(abstained)s"
msgstr "presentes %(present)s, a favor %(favour)s, en contra %(against)s, abstenciones %(abstained)s"

msgid "presidency"
msgstr "presidencia"

msgid "previous digest"
msgstr "huella anterior"

#, python-format
msgid "printed “%(text)s”"
msgstr "impreso «%(text)s»"

msgid "programmed %"
msgstr "% programado"

msgid "programmed percentages with their executed one"
msgstr "porcentajes programados con su ejecutado"

msgid "programmed shares with an executed value"
msgstr "porcentajes programados con valor ejecutado"

msgid "progress report"
msgstr "reporte de avance"

msgid "progress reports"
msgstr "reportes de avance"

msgid "provenance"
msgstr "procedencia"

msgid "purpose"
msgstr "propósito"

msgid "quarter"
msgstr "trimestre"

msgctxt "milestone"
msgid "reached"
msgstr "alcanzado"

msgid "reader"
msgstr "solo lectura"

msgid "reading"
msgstr "lectura"

msgid "reading of percentages"
msgstr "lectura de los porcentajes"

msgid "reason"
msgstr "motivo"

msgid "reason of the end"
msgstr "motivo del término"

msgid "recorded without its count"
msgstr "registrada sin su recuento"

msgid "reference"
msgstr "referencia"

msgid "references"
msgstr "referencias"

msgid "removal"
msgstr "retiro"

msgid "removals"
msgstr "retiros"

msgid "removed at"
msgstr "quitado el"

msgid "removed by"
msgstr "quitado por"

msgid "replaces"
msgstr "reemplaza a"

msgid "report"
msgstr "reporte"

msgid "requested"
msgstr "solicitada"

msgid "requested on"
msgstr "fecha de solicitud"

msgid "resources"
msgstr "recursos"

msgid "responsibilities"
msgstr "responsabilidades"

msgid "responsibility"
msgstr "responsabilidad"

msgid "responsible"
msgstr "responsable"

msgid "responsible as printed"
msgstr "responsable como está impreso"

msgid "responsible parties"
msgstr "responsables"

msgid "restored at"
msgstr "repuesto el"

msgid "result"
msgstr "resultado"

msgid "results"
msgstr "resultados"

msgid "returned"
msgstr "devuelto"

msgid "revoked"
msgstr "revocada"

msgid "revoked at"
msgstr "revocada el"

msgid "role"
msgstr "función"

msgid "role not stated in the document"
msgstr "función no indicada en el documento"

msgid "round"
msgstr "ronda"

msgid "rounds"
msgstr "rondas"

msgid "rule of aggregation"
msgstr "regla de agregación"

msgid "rules"
msgstr "reglas"

msgid "running level reached"
msgstr "nivel acumulado alcanzado"

msgid "seat"
msgstr "puesto"

msgid "seat handed over"
msgstr "puesto traspasado"

msgid "seats"
msgstr "puestos"

msgid "secretariat"
msgstr "secretaría"

msgid "section"
msgstr "sección"

msgid "sections"
msgstr "secciones"

msgid "see the figures"
msgstr "ver las cifras"

msgid "sent at"
msgstr "enviada el"

msgid "separate it from the other activities"
msgstr "separarlo de las otras actividades"

msgid "separate spans"
msgstr "tramos separados"

msgid "settled by"
msgstr "resuelta por"

msgid "settled by a rule"
msgstr "resuelta por una regla"

msgid "settled on"
msgstr "fecha de resolución"

msgid "share"
msgstr "porcentaje programado y ejecutado"

msgid "share, numerators and denominators summed"
msgstr "proporción, con numeradores y denominadores sumados"

msgid "shared with"
msgstr "compartido con"

msgid "shares"
msgstr "porcentajes programados y ejecutados"

msgid "short address"
msgstr "dirección corta"

msgid "short name"
msgstr "nombre corto"

msgid "since"
msgstr "desde"

#, python-format
msgid "since %(from)s"
msgstr "desde el %(from)s"

msgid "situation"
msgstr "situación"

msgid "source of a plan"
msgstr "fuente de un plan"

msgid "spelling"
msgstr "grafía"

msgid "standing"
msgstr "calidad"

msgid "start"
msgstr "inicio"

msgid "starts at"
msgstr "inicio"

msgid "state"
msgstr "estado"

msgid "state as printed"
msgstr "estado como está impreso"

msgid "statement"
msgstr "enunciado"

msgid "status"
msgstr "estado"

msgid "status as of"
msgstr "estado al"

msgid "sub-committee"
msgstr "subcomité"

msgid "subject"
msgstr "asunto"

msgid "submitted"
msgstr "enviado"

msgid "sum"
msgstr "suma"

msgid "summary"
msgstr "resumen"

msgid "suspended"
msgstr "suspendida"

msgid "take it off this activity"
msgstr "quitarlo de esta actividad"

#, python-format
msgid "taken from %(line)s"
msgstr "tomado de %(line)s"

msgid "target"
msgstr "meta"

msgid "targets"
msgstr "metas"

msgid "term as printed"
msgstr "vigencia como está impresa"

msgid "term in a body"
msgstr "mandato en un órgano"

msgid "terms in bodies"
msgstr "mandatos en órganos"

msgid "text"
msgstr "texto"

#, python-format
msgid "the English was changed on %(since)s, the Spanish was not"
msgstr "el inglés se cambió el %(since)s, el español no"

#, python-format
msgid "the Spanish was changed on %(since)s, the English was not"
msgstr "el español se cambió el %(since)s, el inglés no"

msgid "the activity"
msgstr "la actividad"

msgid "the coalition itself"
msgstr "la propia coalición"

msgid "the members"
msgstr "los miembros"

msgid "the milestone"
msgstr "el hito"

msgid "the programmed level does not reach 100%"
msgstr "el nivel programado no llega a 100 %"

msgid "the programmed level goes down"
msgstr "el nivel programado baja"

msgid "the programmed level passes 100%"
msgstr "el nivel programado pasa de 100 %"

msgid "the secretariat"
msgstr "la secretaría"

msgid "the site itself"
msgstr "el propio sitio"

msgid "time zone"
msgstr "zona horaria"

msgid "title"
msgstr "título"

msgid "to"
msgstr "hasta"

msgid "to be seen"
msgstr "por resolver"

msgid "two persons review"
msgstr "revisión por dos personas"

msgid "unit"
msgstr "unidad"

msgid "unit of its calendar"
msgstr "unidad de su calendario"

#, python-format
msgid "until %(to)s"
msgstr "hasta el %(to)s"

msgid "used at"
msgstr "usada el"

msgid "user"
msgstr "persona usuaria"

msgid "users"
msgstr "personas usuarias"

#, python-format
msgid "valid until %(day)s"
msgstr "válida hasta el %(day)s"

msgid "value"
msgstr "valor"

msgid "vice-presidency"
msgstr "vicepresidencia"

msgid "virtual"
msgstr "virtual"

msgid "vote"
msgstr "votación"

msgid "what is programmed adds up to less than 100%"
msgstr "lo programado suma menos de 100 %"

msgid "what is programmed adds up to more than 100%"
msgstr "lo programado suma más de 100 %"

msgid "what was done"
msgstr "lo realizado"

msgid "what was programmed, what was reported and what was not reported"
msgstr "lo programado, lo reportado y lo que no se informó"

msgid "what was removed"
msgstr "lo que se quitó"

msgid "where a second person exists"
msgstr "donde haya una segunda persona"

msgid "who it is, for the public page"
msgstr "quiénes son, para la página pública"

msgid "with any report"
msgstr "con algún informe"

msgid "with their period over"
msgstr "con su período ya terminado"

msgid "withdrawn"
msgstr "se retiró"

msgid "within"
msgstr "dentro de"

msgid "work plan"
msgstr "plan de trabajo"

#. Translators: parts of file names, small letters without accents or blanks.
msgid "work-plan"
msgstr "plan-de-trabajo"

msgid "working group"
msgstr "grupo de trabajo"

msgid "working meeting"
msgstr "reunión de trabajo"

msgid "would be made"
msgstr "se crearía"

msgid "year"
msgstr "año"

msgid "yes"
msgstr "sí"

msgctxt "target met"
msgid "yes"
msgstr "sí"

#, python-brace-format
msgid "{number} %"
msgstr "{number} %"

#, python-brace-format
msgid "{number} activity was added."
msgid_plural "{number} activities were added."
msgstr[0] "Se agregó {number} actividad."
msgstr[1] "Se agregaron {number} actividades."

#, python-brace-format
msgid "{number} row was changed."
msgid_plural "{number} rows were changed."
msgstr[0] "Se modificó {number} fila."
msgstr[1] "Se modificaron {number} filas."

#, python-brace-format
msgid "{number} row was left as it is."
msgid_plural "{number} rows were left as they are."
msgstr[0] "{number} fila quedó como estaba."
msgstr[1] "{number} filas quedaron como estaban."

#, python-brace-format
msgid "{other} was taken into {row}."
msgstr "Se incorporó {other} a {row}."

#, python-brace-format
msgid "{row} was added."
msgstr "Se agregó {row}."

#, python-brace-format
msgid "{row} was copied as {new}, without status and reports."
msgstr "Se copió {row} como {new}, sin estado ni reportes."

#, python-brace-format
msgid "{row} was moved."
msgstr "Se movió {row}."

#, python-brace-format
msgid "{row} was put back, with everything that it had."
msgstr "Se repuso {row}, con todo lo que tenía."

#, python-brace-format
msgid "{row} was removed with everything in it. It can be put back below the table."
msgstr "Se quitó {row} con todo su contenido. Se puede reponer debajo de la tabla."

#, python-brace-format
msgid "{row} was removed. It can be put back below the table."
msgstr "Se quitó {row}. Se puede reponer debajo de la tabla."

#, python-brace-format
msgid "{row} was split; the second part is {new}."
msgstr "Se dividió {row}; la segunda parte es {new}."

#, python-brace-format
msgid "{text} (of {codes})"
msgstr "{text} (de {codes})"

#, python-format
msgid "“%(text)s” is not a day of the form 2026-03-31."
msgstr "«%(text)s» no es una fecha de la forma 2026-03-31."

msgid "“Not reported” has no day: please choose a status, or leave the day out."
msgstr "«No reportado» no tiene día: elija un estado o deje el día en blanco."

#, python-brace-format
msgid "“{name}” has been measured, so it cannot be removed: what was reported would lose its meaning."
msgstr "«{name}» ya se ha medido, por lo que no se puede quitar: lo reportado perdería su sentido."

#, python-brace-format
msgid "“{row}” is in use and stays: {number} of “{what}” point at it. Nothing was withdrawn."
msgstr "«{row}» está en uso y se queda: lo usan {number} filas del registro «{what}». No se retiró nada."

#, python-brace-format
msgid "“{text}” already stands for {party}."
msgstr "«{text}» ya designa a {party}."

#, python-brace-format
msgid "“{text}” is not a percentage: please write digits, such as 50 or 12.5."
msgstr "«{text}» no es un porcentaje: escriba cifras, como 50 o 12,5."

#, python-brace-format
msgid "“{text}…” is longer than a cell of an .xlsx can hold: nothing was exported. Please choose .csv."
msgstr "«{text}…» es más largo de lo que cabe en una celda de .xlsx: no se exportó nada. Elija .csv."
