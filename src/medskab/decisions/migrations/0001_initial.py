import django.db.models.deletion
import django.db.models.expressions
import django.db.models.lookups
from django.db import migrations, models

from medskab.common.append_only import GuardAppendOnly


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Count',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_information', models.BooleanField()),
                ('rule', models.CharField(max_length=30)),
                ('satisfaction', models.CharField(blank=True, max_length=20)),
                ('completion', models.CharField(blank=True, max_length=20)),
                ('tie_break', models.CharField(max_length=20)),
                ('limits', models.JSONField(default=dict)),
                ('version', models.CharField(max_length=40)),
                ('input_sha256', models.CharField(max_length=64)),
                ('outcome', models.JSONField()),
                ('seconds', models.FloatField()),
                ('at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('title', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('budget', 'Participatory budget'), ('household', 'Vote of the homes')], max_length=12)),
                ('nature', models.CharField(choices=[('decision', 'Decision'), ('hearing', 'Hearing')], max_length=10)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('imported', 'Votes are in'), ('counted', 'Counted, not published'), ('published', 'Published'), ('withdrawn', 'Withdrawn')], default='draft', max_length=10)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('decided_by', models.CharField(blank=True, max_length=200)),
                ('basis', models.CharField(blank=True, max_length=400)),
                ('meaning', models.TextField(blank=True, max_length=2000)),
                ('objection', models.TextField(blank=True, max_length=1000)),
                ('source_note', models.CharField(blank=True, max_length=400)),
                ('ballots_already_public_at', models.CharField(blank=True, max_length=300)),
                ('currency', models.CharField(default='DKK', max_length=3)),
                ('currency_unit', models.PositiveIntegerField(default=100)),
                ('budget', models.BigIntegerField(blank=True, null=True)),
                ('voters', models.PositiveIntegerField(blank=True, null=True)),
                ('withdrawn_because', models.CharField(blank=True, max_length=500)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('created_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('official_count', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decisions.count')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.AddField(
            model_name='count',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='decisions.decision'),
        ),
        migrations.CreateModel(
            name='HouseholdVote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('yes', models.PositiveIntegerField()),
                ('no', models.PositiveIntegerField()),
                ('blank', models.PositiveIntegerField()),
                ('invalid', models.PositiveIntegerField()),
                ('homes', models.PositiveIntegerField()),
                ('votes_per_home', models.PositiveSmallIntegerField()),
                ('majority', models.CharField(choices=[('of-valid', 'More yes than no'), ('of-cast', 'Yes from more than half of all votes cast, blank and invalid ones included')], max_length=10)),
                ('gathering', models.CharField(choices=[('meeting', 'At the afdelingsmøde'), ('ballot', 'In a ballot of all homes (urafstemning)')], max_length=10)),
                ('held_on', models.DateField()),
                ('minutes', models.CharField(max_length=300)),
                ('because', models.CharField(blank=True, max_length=500)),
                ('at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='household_votes', to='decisions.decision')),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='decisions.householdvote')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('project', models.CharField(max_length=200)),
                ('title', models.TextField(blank=True)),
                ('cost', models.BigIntegerField()),
                ('votes', models.PositiveIntegerField()),
                ('points', models.CharField(blank=True, max_length=40)),
                ('categories', models.JSONField(default=list)),
                ('targets', models.JSONField(default=list)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='decisions.decision')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.CreateModel(
            name='Override',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ruling', models.CharField(choices=[('fund', 'Carry it out whatever the votes; it is paid first'), ('exclude', 'Take it out before the count'), ('count', 'Let the votes decide after all')], max_length=10)),
                ('reason', models.CharField(max_length=500)),
                ('decided_by', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overrides', to='decisions.decision')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='overrides', to='decisions.proposal')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('snapshot', models.JSONField()),
                ('summary', models.JSONField()),
                ('sha256', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('count', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decisions.count')),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='decisions.decision')),
                ('household_vote', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decisions.householdvote')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddField(
            model_name='decision',
            name='publication',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decisions.publication'),
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=120)),
                ('source_sha256', models.CharField(max_length=64)),
                ('sha256', models.CharField(max_length=64)),
                ('packed', models.BinaryField()),
                ('ballot_kind', models.CharField(max_length=20)),
                ('stated_rule', models.CharField(blank=True, max_length=120)),
                ('warnings', models.JSONField(default=list)),
                ('are_ballots_common', models.BooleanField()),
                ('imported_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='submission', to='decisions.decision')),
                ('imported_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='count',
            name='submission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='decisions.submission'),
        ),
        migrations.CreateModel(
            name='Upload',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=120)),
                ('packed', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('reading', models.JSONField(blank=True, null=True)),
                ('packed_ballots', models.BinaryField(blank=True, null=True)),
                ('uploaded_at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('decision', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='upload', to='decisions.decision')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WhatIf',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.JSONField()),
                ('at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.area')),
                ('count', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='what_ifs', to='decisions.count')),
                ('proposal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='decisions.proposal')),
            ],
        ),
        migrations.AddConstraint(
            model_name='householdvote',
            constraint=models.CheckConstraint(condition=models.Q(('votes_per_home__in', [1, 2])), name='household_vote_has_one_or_two_votes_a_home'),
        ),
        migrations.AddConstraint(
            model_name='householdvote',
            constraint=models.CheckConstraint(condition=django.db.models.lookups.GreaterThanOrEqual(models.ExpressionWrapper(django.db.models.expressions.CombinedExpression(models.F('homes'), '*', models.F('votes_per_home')), models.BigIntegerField()), django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('yes'), '+', models.F('no')), '+', models.F('blank')), '+', models.F('invalid'))), name='household_vote_is_possible'),
        ),
        migrations.AddConstraint(
            model_name='householdvote',
            constraint=models.CheckConstraint(condition=models.Q(('gathering__in', ['meeting', 'ballot']), ('majority__in', ['of-valid', 'of-cast'])), name='household_vote_words_are_known'),
        ),
        migrations.AddConstraint(
            model_name='householdvote',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('because', ''), ('replaces', None)), models.Q(('replaces__isnull', False), models.Q(('because', ''), _negated=True)), _connector='OR'), name='household_vote_correction_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='householdvote',
            constraint=models.UniqueConstraint(condition=models.Q(('replaces', None)), fields=('decision',), name='household_vote_entered_once'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(fields=('decision', 'number'), name='proposal_number_once'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.UniqueConstraint(fields=('decision', 'project'), name='proposal_project_once'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('cost__gte', 0)), name='proposal_cost_is_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('project', ''), _negated=True), name='proposal_has_an_id'),
        ),
        migrations.AddConstraint(
            model_name='override',
            constraint=models.CheckConstraint(condition=models.Q(('ruling__in', ['fund', 'exclude', 'count'])), name='override_ruling_is_known'),
        ),
        migrations.AddConstraint(
            model_name='override',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('decided_by', ''), _negated=True)), name='override_has_a_reason_and_a_name'),
        ),
        migrations.AddConstraint(
            model_name='publication',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('count__isnull', False), ('household_vote', None)), models.Q(('count', None), ('household_vote__isnull', False)), _connector='OR'), name='publication_is_of_one_result'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('area', 'slug'), name='decision_slug_once'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='decision_has_a_title'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('slug', 'new'), _negated=True), name='decision_slug_is_not_reserved'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['budget', 'household'])), name='decision_kind_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('nature__in', ['decision', 'hearing'])), name='decision_nature_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'imported', 'counted', 'published', 'withdrawn'])), name='decision_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), _negated=True), ('publication__isnull', False), _connector='OR'), name='decision_published_has_a_publication'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), ('withdrawn_at__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), models.Q(models.Q(('state', 'withdrawn'), _negated=True), ('withdrawn_at', None), ('withdrawn_because', '')), _connector='OR'), name='decision_withdrawn_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'budget'), _negated=True), ('state__in', ['draft', 'imported']), ('official_count__isnull', False), _connector='OR'), name='decision_budget_is_counted'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('currency_unit__gte', 1)), name='decision_currency_unit_is_positive'),
        ),
        migrations.AddConstraint(
            model_name='whatif',
            constraint=models.UniqueConstraint(fields=('count', 'proposal'), name='what_if_once'),
        ),
        GuardAppendOnly("decisions_override"),
        GuardAppendOnly("decisions_count"),
        GuardAppendOnly("decisions_whatif"),
        GuardAppendOnly("decisions_householdvote"),
        GuardAppendOnly("decisions_publication"),
    ]
