# Measures edges from the endpoints of one node, all of them side by side in one process. linux.pl, names.pl,
# neighbours.pl, kinds.pl and events.pl come before it.
#
# Reads after itself, tab-separated, "-" for an empty field:
#   source  KEY NAMESPACE NAMES                   files: its network namespace ("-": the node's own), and the folder of
#                                                 its hosts and resolv.conf
#   probe   ID KIND EXPECTED ADDRESS PORT TEXT    of the source above; KIND: ping, name (TEXT is looked up, then
#                                                 pinged), tcp, page (GET / must contain TEXT), udp, echo (tcp to a
#                                                 port that answers with the sender's address)
# EXPECTED only decides how patiently a probe is made, never what it finds.
#
# Writes a line for each probe: ID OUTCOME ADDRESS MILLISECONDS DETAIL, and "!KEY REASON" where a source could not be
# entered. Outcomes: reachable refused timeout unreachable unresolved wrong-page error.
# ADDRESS is the one that was asked; of a name the one that it has; of an echo the sender's.
my ( @waiting, @later, $slowest, $unanswered );
# Seconds: for an answer, for its repetition, for a name.
my ( $ANSWER, $AGAIN, $LOOKUP ) = ( 1.5, 1, 1 );

# Seconds that silence is listened to: 10 times as long as the slowest answer took, within these bounds; until it is
# known the longest. A resolver has more to do than a kernel.
my ( $SILENCE_MIN, $SILENCE_MIN_NAME, $SILENCE_MAX ) = ( 0.3, 0.5, 1.5 );

# Probes under way: of those that are answered few, since what an answer takes is measured too; of those that are
# waited for in vain many, since they cost nothing but time.
my ( $IN_FLIGHT, $IN_VAIN ) = ( 700, 4000 );

# Seconds between two looks at the clock of every probe that is under way.
my $LOOK = 0.02;

# A kernel sends each asker five "no route" errors in a row and then one a second (net.ipv4.route.error_cost), and six
# "port unreachable" ones (net.ipv4.icmp_ratelimit, icmp_ratemask), both drawn on one account: who expects one asks
# again when the next is due.
my ( $ERROR_TRIES, $ERROR_DUE ) = ( 4, 1.1 );

sub answers { return $_[0]{expected} eq 'reachable' || $_[0]{expected} eq 'refused' }

# Whether it is an ICMP error that is waited for.
sub expects_error {
    my ($probe) = @_;
    return $probe->{expected} eq 'unreachable' || ( $probe->{expected} eq 'refused' && $probe->{kind} eq 'udp' );
}

sub patience {
    my ($probe) = @_;
    my $asks = $probe->{kind} eq 'name' && !$probe->{resolved};
    return $asks ? $LOOKUP : $probe->{again} ? $AGAIN : $ANSWER if answers($probe);
    my $least = $asks ? $SILENCE_MIN_NAME : $SILENCE_MIN;
    my $silence = $unanswered > 0 ? $SILENCE_MAX : 10 * $slowest;
    return $silence < $least ? $least : $silence > $SILENCE_MAX ? $SILENCE_MAX : $silence;
}

# The end of a probe, or of its first try.
sub finish {
    my ( $probe, $outcome, $detail ) = @_;
    my $took = now() - $probe->{began};
    release($probe);
    return if $probe->{done};
    if ( $outcome eq 'timeout' && nobody_at( $probe->{source}, $probe->{address} ) ) {
        $outcome = 'unreachable';
        $detail .= ": nobody has $probe->{address} on that network (ARP)";
    }
    learn_anew($probe) if $outcome eq 'timeout' && !$probe->{again} && ( answers($probe) || expects_error($probe) );
    if ( $outcome eq 'timeout' && expects_error($probe) && ++$probe->{tries} < $ERROR_TRIES ) {
        $probe->{again} = 1;
        $probe->{due}   = now() + $ERROR_DUE;
        push @later, $probe;
        return;
    }
    if ( answers($probe) && !$probe->{again} && $outcome =~ /^(?:timeout|un)/ ) {
        $probe->{again} = 1;
        push @waiting, $probe;
        return;
    }
    $unanswered-- if answers($probe);
    $slowest = $took if answers($probe) && $probe->{kind} eq 'ping' && $took > $slowest;
    $probe->{done} = 1;
    $detail =~ s/[\t\r\n]+/ /g;
    my $ms = $outcome =~ /^(?:reachable|refused|wrong-page)$/ ? 1000 * $took : 0;
    printf "%s\t%s\t%s\t%.2f\t%s\n", $probe->{id}, $outcome, $probe->{address}, $ms, substr $detail, 0, 300;
    return;
}

# Only the kernel knows that nobody answers ARP; it says so to who waits for three seconds, which nobody does here.
sub nobody_at {
    my ( $source, $address ) = @_;
    eval { enter( $source->{namespace} ); 1 } or return 0;
    return slurp('/proc/self/net/arp') =~ /^\Q$address\E\s+\S+\s+0x0\s/m;
}

sub read_sources {
    my @sources;
    while (<DATA>) {
        chomp;
        my ( $word, @fields ) = split /\t/;
        if ( $word eq 'source' ) {
            my ( $key, $namespace, $names ) = @fields;
            push @sources, { key => $key, namespace => $namespace, names => $names, probes => [] };
        }
        elsif ( $word eq 'probe' ) {
            my %probe;
            @probe{qw(id kind expected address port text)} = @fields;
            $probe{source} = $sources[-1];
            push @{ $sources[-1]{probes} }, \%probe;
        }
    }
    return @sources;
}

sub start {
    my ($probe) = @_;
    $probe->{began} = now();
    $probe->{resolved} = 0;
    eval { enter( $probe->{source}{namespace} ); 1 } or return finish( $probe, 'error', $@ );
    begin($probe);
    $open{ $probe->{id} } = $probe if $probe->{fd} || $probe->{seq};
    return;
}

# File descriptors that the system still gives: some hosts allow a process 1,024.
sub files_left {
    my ($used) = @_;
    my ($limit) = slurp('/proc/self/limits') =~ /^Max open files\s+(\d+)/m or return $IN_FLIGHT;
    my $left = $limit - $used - 32;
    return $left < 16 ? 16 : $left;
}

sub run {
    my %seen  = map { $_ => 1 } @_;
    my $files = files_left( scalar keys %byfd );
    my $looked = 0;
    while ( @waiting || @later || %open ) {
        push @waiting, shift @later while @later && $later[0]{due} <= now();
        tidy( keys %seen ) if crowded();
        my $many = $unanswered > 0 ? $IN_FLIGHT : $IN_VAIN;
        $many = $files if $files < $many;

        # Not all at once: what an answer takes is measured too.
        for ( 1 .. 16 ) { start( shift @waiting ) if @waiting && keys(%open) < $many }
        wait_for_events( @waiting && keys(%open) < $many ? 0 : $LOOK );
        my $now = now();
        next if $now - $looked < $LOOK;
        $looked = $now;
        for my $probe ( my @all = values %open ) {
            my $patience = patience($probe);
            next if $now - $probe->{began} < $patience;
            give_up( $probe, sprintf 'no answer in %.1f s', $patience );
        }
    }
    return;
}

$SIG{PIPE} = 'IGNORE';
my @sources = read_sources();
for my $source (@sources) {
    if ( eval { enter( $source->{namespace} ); prepare($source); 1 } ) {
        push @waiting, @{ $source->{probes} };
    }
    else {
        chomp( my $reason = $@ );
        print "!$source->{key}\t$reason\n";
    }
}
( $slowest, $unanswered ) = ( 0, scalar grep { answers($_) } @waiting );
@waiting = ( ( grep { answers($_) } @waiting ), ( grep { !answers($_) } @waiting ) );
run( map { $_->{namespace} } @sources );
__END__
